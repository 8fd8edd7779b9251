import type { TextKey } from '..';
import { app } from './app';
import { codes } from './codes';
import { concordance } from './concordance';
import { edit } from './edit';
import { errors } from './errors';
import { exportTexts } from './export';
import { importTexts } from './import';
import { library } from './library';
import { notes } from './notes';
import { reader } from './reader';
import { search } from './search';
import { searchProblems } from './search-problems';
import { settings } from './settings';
import { tags } from './tags';

export const en: Record<TextKey, string> = {
  ...app,
  ...edit,
  ...codes,
  ...concordance,
  ...errors,
  ...exportTexts,
  ...importTexts,
  ...library,
  ...notes,
  ...reader,
  ...search,
  ...searchProblems,
  ...settings,
  ...tags,
};
