import type { ColumnType } from 'kysely';

/** Written as text, read as plain JSON, parsed in `rows.ts`. */
export type Json = ColumnType<unknown, string, string>;
export type NullableJson = ColumnType<unknown, string | null, string | null>;
