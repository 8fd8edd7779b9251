import { useImage } from '@renderer/archive/images';
import { useT } from '@renderer/i18n';
import { useEffect, useState } from 'react';
import styles from './note-links.module.css';

/** A picture of the archive in a note. */
export function NoteImage({ id, alt }: { id: string; alt: string }) {
  const t = useT();
  const image = useImage(id);
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (image === undefined || image === null) return;
    const made = URL.createObjectURL(
      new Blob([image.bytes as Uint8Array<ArrayBuffer>], { type: image.type }),
    );
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [image]);
  if (image === null) return <p className={styles.imageGone}>{alt || t('notes.image.gone')}</p>;
  if (image === undefined) return null;
  return (
    <img
      alt={alt || t('notes.image')}
      className={styles.image}
      height={image.height}
      src={url}
      width={image.width}
    />
  );
}
