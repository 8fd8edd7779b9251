import type { Language } from '@shared/ipc';

const zh = `摘记 Zhaiji：离线的新闻文本阅读器，命令行

用法：zhaiji 命令 [选项]

  import PATH…                  导入文件或文件夹
  list                          列出文章
  show ID                       显示一篇文章及其批注
  search QUERY [--limit N]      精确检索标题、正文和笔记
  annotate ID --start N --end N [--color C] [--tag T]… [--note MARKDOWN]
                                批注一个段落片段（UTF-16 位置，不含末尾）
  export markdown DIR [--article ID]… [--tag T] [--overwrite]
                                导出为 Markdown
  check                         检查整个档案库

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

  import PATH…                  import files or folders
  list                          list the articles
  show ID                       show an article with its annotations
  search QUERY [--limit N]      find QUERY exactly in titles, texts and notes
  annotate ID --start N --end N [--color C] [--tag T]… [--note MARKDOWN]
                                annotate a passage (UTF-16 offsets, end exclusive)
  export markdown DIR [--article ID]… [--tag T] [--overwrite]
                                export as Markdown
  check                         verify the whole archive

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
