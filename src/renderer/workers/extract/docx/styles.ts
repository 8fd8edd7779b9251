import { attribute, readXml } from '../xml';

/** What a paragraph style means for a line, inherited from the styles it is based on. */
export interface StyleMeaning {
  /** 1 to 6; 0 when it is no heading. */
  level: number;
  caption: boolean;
  bold: boolean;
}

interface Style {
  name: string;
  basedOn: string;
  /** `w:outlineLvl` plus one, 0 when it has none. */
  outline: number;
  bold: boolean;
}

const PLAIN: StyleMeaning = { level: 0, caption: false, bold: false };
/** Styles based on each other in a ring would otherwise never end. */
const MAX_BASES = 20;

/**
 * Reads `word/styles.xml`: headings are told by the outline level, which holds in every language
 * version and for styles that somebody made, and by name.
 * @returns The meaning of a style by its id.
 * @throws ZhaijiError `file-damaged`
 */
export function readStyles(xml: Uint8Array): (id: string, name: string) => StyleMeaning {
  const styles = new Map<string, Style>();
  let style: Style | null = null;
  readXml(xml, {
    open(tag, attributes) {
      const value = attribute(attributes, 'val') ?? '';
      if (tag === 'style') {
        style = { name: '', basedOn: '', outline: 0, bold: false };
        if (attribute(attributes, 'type') === 'paragraph') {
          styles.set(attribute(attributes, 'styleId') ?? '', style);
        }
      } else if (style === null) return;
      else if (tag === 'name') style.name = value;
      else if (tag === 'basedOn') style.basedOn = value;
      else if (tag === 'outlineLvl') style.outline = /^[0-5]$/.test(value) ? Number(value) + 1 : 0;
      else if (tag === 'b') style.bold = value !== '0' && value !== 'false';
    },
    close(tag) {
      if (tag === 'style') style = null;
    },
  });
  return (id, name) => meaning(styles, id, name);
}

function meaning(styles: ReadonlyMap<string, Style>, id: string, name: string): StyleMeaning {
  const result = { ...PLAIN, ...named(name) };
  let at = styles.get(id);
  for (let step = 0; at !== undefined && step < MAX_BASES; step += 1) {
    const by = named(at.name);
    result.level ||= by.level ?? at.outline;
    result.caption ||= by.caption ?? false;
    result.bold ||= at.bold;
    at = styles.get(at.basedOn);
  }
  return result;
}

/** Names as Word writes them in every language, and as Chinese programs and people write them. */
function named(name: string): Partial<StyleMeaning> {
  const level = /^(?:heading|标题|標題)\s*([1-6])\b/i.exec(name)?.[1];
  if (level !== undefined) return { level: Number(level) };
  if (/^(?:title|标题|標題|文章标题|大标题|主标题)$/i.test(name)) return { level: 1 };
  if (/^(?:subtitle|副标题|副標題|小标题)$/i.test(name)) return { level: 2 };
  return /^(?:caption|题注|題註|图注|图片说明)$/i.test(name) ? { caption: true } : {};
}
