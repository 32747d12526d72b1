import type { Generated } from 'kysely';
import type { Json } from './schema-columns.ts';

/** What processes tell one another about writing to Teams, and what is still to be written. */
export type SendingTables = {
  outbox_share: { tenant_id: string; shares: Json };
  outbox_chat: {
    tenant_id: string;
    conversation_id: string;
    /** Whose turn it is has it until then at the latest. */
    held_until: Date | null;
    /** The process; null: of a version that did not say so. */
    held_by: string | null;
    answers: Json;
    left_at: Date;
    /** Until then Teams takes nothing there, as it said. */
    not_before: Generated<Date | null>;
  };
  late_answer: {
    id: string;
    tenant_id: string;
    person_id: string;
    conversation_id: string;
    /** What else it takes to reach the conversation. */
    place: Json;
    replaces: string | null;
    message: Json;
    asked_at: Date;
  };
};
