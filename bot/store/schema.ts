import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { Json, NullableJson } from './schema-columns.ts';
import type { SendingTables } from './schema-sending.ts';

export type Tables = SendingTables & {
  tenant: {
    id: string;
    last_run: number;
    last_watch: Generated<number>;
    /** What its Graph calls the payload action; null: not known yet. */
    vocabulary: Generated<string | null>;
    /** Payload syncs on more devices need a second person; null: the number does not matter. */
    approve_over_devices: Generated<number | null>;
    approve_removals: Generated<boolean>;
    approve_full_syncs: Generated<boolean>;
    /** The conversation that is told what concerns the whole tenant. */
    notices_to: Generated<string | null>;
    history_days: Generated<number>;
    last_schedule: Generated<number>;
  };
  person: {
    tenant_id: string;
    id: string;
    name: string;
    teams_id: string;
    /** Chosen by the person; null means: as Teams says. */
    language: string | null;
    zone: string | null;
    /** When they want no messages, as `22:00-07:00`. */
    quiet: Generated<string | null>;
    heard_language: string;
    heard_zone: string;
  };
  told_once: { tenant_id: string; person_id: string; what: string };
  conversation: {
    tenant_id: string;
    id: string;
    kind: string;
    service_url: string;
    bot_id: string;
    /** The bot cannot write there since. */
    stopped_at: Generated<Date | null>;
  };
  run: {
    id: string;
    tenant_id: string;
    number: number;
    action: string;
    join_key: string;
    asker: JSONColumnType<object, string, string>;
    asked_at: Date;
    booked_for: Date | null;
    joined_elsewhere: boolean;
    cancelled_by: string | null;
    ended_at: Date | null;
    /** Graph asks to wait until then. */
    paused_until: Generated<Date | null>;
    /** A process went on with it after an earlier one had gone. */
    resumed_at: Generated<Date | null>;
    /** What a second person has to say, and said; null where nobody had to agree. */
    approval: ColumnType<unknown, string | null | undefined, string | null>;
    /** Of the turn that asked for it, in the log. */
    trace: Generated<string | null>;
  };
  run_target: {
    run_id: string;
    tenant_id: string;
    position: number;
    target: Json;
    state: string;
    verdict: string | null;
    revision: number;
    due_at: Date | null;
    attempts: number;
    started_at: Date | null;
    look_until: Date | null;
    window: NullableJson;
    outcome: NullableJson;
    sighting: NullableJson;
    blind: NullableJson;
    /** Of all targets with the same one in a tenant, only one may be under way. */
    lock_key: Generated<string | null>;
  };
  run_follower: {
    id: string;
    run_id: string;
    tenant_id: string;
    person_id: string;
    conversation_id: string;
    ask_key: string;
    asked_at: Date;
    card_id: string | null;
    /** Fingerprint of the card as last shown. */
    shown: string | null;
    left_at: Date | null;
    /** The run itself, or what a second person is asked about it. */
    shows: Generated<string>;
    /** Until then the turn of the ask shows it, and nobody else. */
    answer_by: Generated<Date | null>;
    /** When what it shows was read, by the clock of the database. */
    as_of: Generated<Date | null>;
  };
  on_call: { tenant_id: string; conversation_id: string; person_id: string; since: Date };
  notice: {
    id: string;
    tenant_id: string;
    person_id: string;
    conversation_id: string;
    key: string;
    content: Json;
    asked_at: Date;
    /** When it is to be posted, or tried again; null once that is settled. */
    due_at: Date | null;
    state: string;
    card_id: string | null;
  };
  schedule: {
    id: string;
    tenant_id: string;
    number: number;
    person_id: string;
    conversation_id: string;
    ask_key: string;
    action: string;
    work: Json;
    rule: Json;
    zone: string;
    missed: string;
    state: string;
    revision: number;
    made_at: Date;
    next_at: Date | null;
    /** When somebody has to look at it. */
    due_at: Date | null;
    warned: boolean;
    last: NullableJson;
  };
  /** Everybody who asked for a run: first, by joining, or by taking it over. */
  run_asker: { tenant_id: string; run_id: string; person_id: string; asked_at: Date };
  /** With which serials somebody asked for a run; `due_at`: when they are to be read, null before the run's end and once it is told. */
  run_serials: {
    tenant_id: string;
    run_id: string;
    person_id: string;
    conversation_id: string;
    list: Json;
    due_at: Date | null;
    give_up_at: Date | null;
  };
  watch: {
    id: string;
    tenant_id: string;
    number: number;
    person_id: string;
    conversation_id: string;
    ask_key: string;
    what: Json;
    /** What is worth a message. */
    news: string;
    state: string;
    ends_at: Date;
    muted_until: Date | null;
  };
  /** What a watch watches, and how it was when the watch last told of it; null for what is not looked at. */
  watch_target: { watch_id: string; tenant_id: string; key: string; position: number; seen: NullableJson };
  /** How each watched thing was last seen, by whomever; one look serves everybody. */
  watched: { tenant_id: string; key: string; seen: Json; changed_at: Date; due_at: Date; revision: number };
  sign_in: { tenant_id: string; person_id: string; version: string; sealed: string };
  sign_in_attempt: {
    id: string;
    tenant_id: string;
    person_id: string;
    state_hash: string;
    sealed: string;
    expires_at: Date;
    /** Until then somebody is exchanging its token. */
    exchanging_until: Date | null;
    outcome: string | null;
    page_used: Generated<boolean>;
    code_hash: string | null;
    provisional: string | null;
  };
  draft: { id: string; tenant_id: string; person_id: string; content: Json; touched_at: Date };
  graph_ledger: { key: string; ledger: Json };
  keep: { key: string; value: Json };
};
