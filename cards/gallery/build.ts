/** `npm run gallery`: draws every card into `out/index.html`; with `--pictures` also as pictures beside it. */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openLexicon, wordsLanguages } from '../words/index.ts';
import { gallery } from './index.ts';
import { galleryFiles } from './page.ts';
import { takePictures } from './pictures.ts';

const zone = 'Europe/Berlin';
const out = new URL('out/', import.meta.url);
const renderer = fileURLToPath(import.meta.resolve('adaptivecards/dist/adaptivecards.min.js'));

const lexicon = openLexicon();
const vocabularies = wordsLanguages.map((language) => lexicon(language, zone));

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
copyFileSync(renderer, new URL('adaptivecards.min.js', out));
const text = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
const files = galleryFiles({ gallery, vocabularies, text });
for (const [name, content] of Object.entries(files)) writeFileSync(new URL(name, out), content);
console.log(`The gallery: ${fileURLToPath(new URL('index.html', out))}`);

if (process.argv.includes('--pictures')) {
  const pictures = await takePictures(out, gallery);
  console.log(`${pictures} pictures beside it.`);
}
