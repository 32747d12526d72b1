import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { type Description, isNode, type Place } from './description.ts';
import { ratherThan } from './nearest.ts';

/** What a schema of the description says against a value: one sentence for each finding. */
export type CheckValue = (schema: Place, value: unknown) => string[];

const documentId = 'graph';

/** Keywords of an OpenAPI document that say nothing about a value. */
const beside = ['openapi', 'info', 'servers', 'security', 'paths', 'components', 'example', 'x-ms-enum-flags'];

/** Each schema is compiled when it is first needed. OpenAPI 3.0's `nullable` and `format: int64` are known to Ajv. */
export function openSchemas({ root }: Description): CheckValue {
  const ajv = new Ajv({ allErrors: true, verbose: true, strictTypes: false, validateSchema: false });
  formats.default(ajv);
  ajv.addFormat('base64url', /^[\w-]*={0,2}$/);
  ajv.addVocabulary(beside);
  ajv.addSchema(JSON.parse(JSON.stringify(root, withoutBareNullable)), documentId);
  const compiled = new Map<string, ValidateFunction>();
  const compile = (pointer: string) => {
    const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `${documentId}${pointer}` });
    compiled.set(pointer, validate);
    return validate;
  };
  return (schema, value) => {
    const validate = compile(schema.pointer);
    return validate(value) ? [] : (validate.errors ?? []).map(sentenceFor);
  };
}

/** `nullable` without a `type` says nothing in OpenAPI 3.0, and Ajv will not compile it. */
function withoutBareNullable(_: string, value: unknown): unknown {
  if (!isNode(value) || !('nullable' in value) || 'type' in value) return value;
  const { nullable: _nothing, ...rest } = value;
  return rest;
}

function sentenceFor({ instancePath, message, keyword, params, data }: ErrorObject): string {
  const where = instancePath ? `\`${instancePath.slice(1)}\`` : 'it';
  if (keyword !== 'enum') return `${where} ${message}`;
  const { allowedValues } = params as { allowedValues: unknown[] };
  return `${where} cannot be \`${data}\`${ratherThan(String(data), allowedValues.map(String))}`;
}
