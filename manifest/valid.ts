import { readFileSync } from 'node:fs';
import type { ValidateFunction } from 'ajv';
import { default as Ajv } from 'ajv-draft-04';
import addFormats from 'ajv-formats';

/** What Microsoft's schemas say against a file, each as `path: why`. */
export const complaintsOfManifest = (content: unknown): string[] =>
  complaints(checkFrom('MicrosoftTeams.schema.json'), content);

export const complaintsOfLocalisation = (content: unknown): string[] =>
  complaints(checkFrom('MicrosoftTeams.Localization.schema.json'), content);

function complaints(check: ValidateFunction, content: unknown): string[] {
  check(content);
  return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'}: ${message}`);
}

function checkFrom(file: string): ValidateFunction {
  const schema = JSON.parse(readFileSync(new URL(`schema/${file}`, import.meta.url), 'utf8'));
  // Microsoft's schemas hold words of their own, such as `deprecated`, and patterns that are none in Unicode mode.
  const ajv = new Ajv.default({ strict: false, unicodeRegExp: false, allErrors: true });
  addFormats.default(ajv);
  return ajv.compile(schema);
}
