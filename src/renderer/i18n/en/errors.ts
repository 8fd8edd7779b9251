export const errors = {
  'error.file-missing':
    'The file was not found. It may have been moved or deleted; choose it again.',
  'error.file-unreadable':
    'The file cannot be read. Check its permissions and whether another program holds it.',
  'error.file-empty': 'The file is empty.',
  'error.file-binary':
    'This is neither a text nor a document that Zhaiji knows. Save it as .txt, .docx or .pdf first.',
  'error.file-too-large': 'The file is larger than 200 MB. Split it into several files first.',
  'error.file-no-text': 'No article was found in the file.',
  'error.file-unsupported':
    'This format is not supported. Unpack it, or save it as .txt, .docx, .html or .pdf first.',
  'error.file-scanned':
    'This PDF is a scan without a text layer. Run it through text recognition (OCR) first.',
  'error.file-encrypted': 'The file is protected by a password. Remove the password first.',
  'error.file-damaged': 'The file is damaged or incomplete. Get it again.',
  'error.file-timeout':
    'Reading the file took too long and was stopped; it was not imported. Check it or split it.',
  'error.file-changed': 'The file changed while it was read; it was not imported. Import it again.',
  'error.file-word-old':
    'Old Word documents (.doc) are not supported. Save it as .docx with Word or WPS.',
  'error.file-image':
    'This is an image and holds no text. Turn it into text with text recognition (OCR) first.',
  'error.file-no-columns':
    'It is not clear which column of the table is the text. Choose the columns in the review.',
  'error.source-not-kept':
    'The archive holds no copy of this source file (an older version imported it, or it is too large). Import the original file again.',
  'error.zip-bomb': 'Unpacked, the archive is suspiciously large; for safety it was not imported.',
  'error.zip-nested': 'There is an archive inside the archive. Unpack the inner one first.',
  'error.folder-empty': 'There is no file to import in the folder.',
  'error.folder-unwritable':
    'The folder cannot be written to. Check its permissions or choose another.',
  'error.handle-unknown': 'The file is no longer available; choose it again.',
  'error.name-unsafe': 'The file name is not safe; nothing was written.',
  'error.file-exists': 'A file of this name exists already and was not overwritten.',
  'error.archive-in-use': 'The archive is in use in another window.',
  'error.database-newer':
    'This archive was written by a newer Zhaiji. Update Zhaiji to open it; nothing was changed.',
  'error.database-unreadable':
    'The archive cannot be opened. Start Zhaiji again; if that does not help, restore a backup.',
  'error.storage-full':
    'The disk is full and nothing was saved. Free some space and try again; what was there is safe.',
  'error.article-missing': 'There is no such article.',
  'error.revision-missing': 'There is no record of such a change.',
  'error.archive-changing':
    'The texts went on changing, so that nothing was counted to the end. Count again when the changes or the import are done.',
  'error.text-changed':
    'The text was changed meanwhile and nothing was saved. Correct it again in the new text.',
  'error.text-empty': 'A text cannot be empty. To remove all of it, delete the article.',
  'error.annotation-missing': 'There is no such annotation.',
  'error.image-too-large': 'The picture is over 10 MB and was not put in. Make it smaller first.',
  'error.image-unsupported': 'This is not a picture that can be used (PNG, JPEG, WebP or GIF).',
  'error.note-missing': 'There is no such note, nor an article, annotation or tag to write it on.',
  'error.tag-missing': 'There is no such tag.',
  'error.tag-name-empty': 'A tag needs a name.',
  'error.tag-name-taken': 'There is a tag of this name already.',
  'error.range-invalid': 'The place lies outside the article.',
  'error.backup-invalid': 'The backup is damaged and cannot be restored. Choose another one.',
  'error.archive-not-empty': 'A backup can only be restored into an empty archive.',
  'error.usage': 'The command was not understood.',
  'error.cancelled': 'Cancelled.',
  'error.unexpected': 'Something unexpected went wrong.',
  'broken.unclosed-quote': 'a quote is not closed',
  'broken.extra-cells': 'more cells than columns',
  'broken.before-header': 'above the header',
  'broken.too-long': 'too long for a record',
  'broken.invalid-json': 'not valid JSON',
  'broken.not-an-object': 'not a JSON object',
  'broken.too-deep': 'nested too deep',
  'broken.other-sheet':
    'the sheet “{detail}” has articles too and was not read; save it as a file of its own',
  'broken.page-unreadable': 'page {detail} cannot be read',
  'import.cli.done': '{imported} of {files} files imported',
  'import.others': '{count} other files in the folder are of no format that can be imported.',
  'import.same-file': 'the same file was imported before (or is another one of this import)',
  'import.duplicate': 'its text is in the archive already; skipped as chosen',
} as const;
