import type { Language } from '@shared/ipc';

const zh = `摘记 Zhaiji：离线的新闻文本阅读器，命令行

用法：zhaiji 命令 [选项]

  import PATH… [--dry-run] [--duplicates keep|replace|skip] [--timeout 秒] [读法]
                                导入文件或文件夹；--dry-run 只显示会读成什么，不写入
  reimport ID [--file 文件名]… [读法]
                                用别的读法重读一篇文章的来源文件，批注随文移动；由几个文件
                                接成的，几个一起重读，--file 指明哪几个用这种读法
  list                          列出文章
  show ID                       显示一篇文章及其批注
  search QUERY [--limit N]      检索标题、正文和笔记；检索式的写法见使用指南
  kwic QUERY [--width N] [--sort 键,…] [--unit word|char] [--limit N]
                                语境索引：每一处及其左右文；排序键 L1 L2 L3 R1 R2 R3 match
                                date outlet title place，最多三个
  collocates QUERY [--window N] [--unit word|char] [--measure ll|pmi|mi3|logDice] [统计]
                                与检索词同现的词（左右各 N 个词或字，不跨段落）
  freq QUERY… [--by year|quarter|month|outlet]
                                各年、季、月或来源中出现的次数，及每万字次数
  keyness QUERY [QUERY] [--size N] [--unit word|char] [统计]
                                一组文章的关键词：与另一组（或其余全部文章）比较
  ngrams [QUERY] [--size N] [--unit word|char] [统计]
                                连续 N 个词或字（默认 2），在检索到的或全部文章中
  annotate ID --start N --end N [--color C] [--tag T]… [--note MARKDOWN]
                                批注一个段落片段（UTF-16 位置，不含末尾）
  notes list                    列出笔记
  notes show ID                 显示一篇笔记；ID 可以是笔记、文章、批注或标签的，或 archive
  notes set ID --note MARKDOWN  写一篇笔记，代替原来的（原来的留作历史版本）；空的即删除
  edit ID --start N --end N --text S
                                更正原文：用 S 替换这一段（UTF-16 位置，不含末尾），批注随文移动
  history ID [--restore N]      列出原文的历次改动；--restore 恢复第 N 次改动之前的原文
  export markdown DIR [--article ID]… [--tag T] [--overwrite]
                                导出为 Markdown
  tags                          列出编码本（树）及使用次数
  tags export FILE [--overwrite]  把编码本写入 .csv 或 .qdc（REFI-QDA）文件
  tags import FILE [--dry-run]  导入编码本；同名标签视为同一个，只补空着的说明和上级
  check                         检查整个档案库

统计
  --min N               至少出现 N 次（默认 5）；--limit N  最多列出 N 行（默认 100）

读法
  --encoding E          编码：utf-8 utf-16le utf-16be gb18030 big5 hz-gb-2312
  --single              整个文件是一篇文章
  --repair punctuation  修整半角标点；--repair spaces  去掉汉字间的空格
  --column 栏=列名      表格的各列：text title subtitle outlet date byline page issue place

选项
  --archive DIR   档案库（个人资料文件夹）
  --json          标准输出只有 JSON，说明写到标准错误
  --quiet         不输出说明
  --help          显示本页
  --version       显示版本

颜色：yellow red green blue purple
退出码：0 全部完成，1 部分输入失败，2 用法错误
`;

const en = `摘记 Zhaiji: an offline reader for news texts, on the command line

Usage: zhaiji COMMAND [OPTIONS]

  import PATH… [--dry-run] [--duplicates keep|replace|skip] [--timeout SECONDS] [READING]
                                import files or folders; --dry-run shows what would be
                                understood and writes nothing
  reimport ID [--file NAME]… [READING]
                                read an article's source file again in another way;
                                annotations move with their words; files whose parts are
                                joined are read together, --file says which in this way
  list                          list the articles
  show ID                       show an article with its annotations
  search QUERY [--limit N]      search titles, texts and notes; the user guide has the language
  kwic QUERY [--width N] [--sort KEY,…] [--unit word|char] [--limit N]
                                concordance: every place with its left and right; up to three
                                keys L1 L2 L3 R1 R2 R3 match date outlet title place
  collocates QUERY [--window N] [--unit word|char] [--measure ll|pmi|mi3|logDice] [COUNTS]
                                what stands near QUERY: up to N words or characters to either
                                side, within the paragraph
  freq QUERY… [--by year|quarter|month|outlet]
                                occurrences, and per 10,000 characters, by time or outlet
  keyness QUERY [QUERY] [--size N] [--unit word|char] [COUNTS]
                                keywords of the articles found, against those of the second
                                query or all others
  ngrams [QUERY] [--size N] [--unit word|char] [COUNTS]
                                sequences of N words or characters (2) in the articles found
                                or in all
  annotate ID --start N --end N [--color C] [--tag T]… [--note MARKDOWN]
                                annotate a passage (UTF-16 offsets, end exclusive)
  notes list                    list the notes
  notes show ID                 show a note; ID is its own or that of the article, annotation
                                or tag it is on, or 'archive'
  notes set ID --note MARKDOWN  write a note in the place of what it says (kept as an earlier
                                version); an empty one deletes it
  edit ID --start N --end N --text S
                                correct the text: S takes the place of this range (UTF-16
                                offsets, end exclusive); annotations go with their words
  history ID [--restore N]      list the changes of a text; --restore brings back the text
                                from before change N
  export markdown DIR [--article ID]… [--tag T] [--overwrite]
                                export as Markdown
  tags                          list the codebook as a tree with counts
  tags export FILE [--overwrite]  write the codebook to a .csv or .qdc (REFI-QDA) file
  tags import FILE [--dry-run]  bring a codebook in; tags of one name are one, only empty
                                descriptions and missing parents are filled in
  check                         verify the whole archive

COUNTS
  --min N               at least N occurrences (5); --limit N  at most N rows (100)

READING
  --encoding E          utf-8 utf-16le utf-16be gb18030 big5 hz-gb-2312
  --single              the whole file is one article
  --repair punctuation  mend half-width punctuation; --repair spaces  spaces between Han
  --column ROLE=NAME    columns of tables: text title subtitle outlet date byline page issue place

Options
  --archive DIR   the archive (profile folder)
  --json          only JSON on standard output, messages on standard error
  --quiet         no messages
  --help          show this page
  --version       show the version

Colours: yellow red green blue purple
Exit codes: 0 all done, 1 some inputs failed, 2 wrong usage
`;

export function usage(language: Language): string {
  return language === 'en' ? en : zh;
}
