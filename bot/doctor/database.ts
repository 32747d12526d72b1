import { type Probed, probe } from '../store/probe.ts';
import { bad, type Check, type Finding, ok, type Site } from './define.ts';

export const database: Check = {
  name: 'Database',
  needs: [],
  async run({ config }) {
    return findingFor(await probe(config.database), config.database);
  },
};

type Database = Site['config']['database'];

function findingFor(probed: Probed, database: Database): Finding {
  const where = database.kind === 'folder' ? `The folder ${database.path} (DATA_DIR)` : 'PostgreSQL (DATABASE_URL)';
  if (probed.kind === 'in-use')
    return ok(`${where} is in use by process ${probed.owner}, the running bot: as it should be.`);
  if (probed.kind === 'new') return ok(`${where} will be made when the bot starts.`);
  if (probed.kind === 'opens') return ok(`${where} ${database.kind === 'folder' ? 'is writable' : 'answers'}.`);
  return bad(`${where} cannot be used (${probed.code}).`, todoFor(probed.code, database));
}

/** PostgreSQL's own codes (its manual, appendix A) and the system's. */
const todos: Record<string, string> = {
  '28P01': 'The user name or the password in DATABASE_URL is wrong.',
  '28000': 'This user may not come in from here: see pg_hba.conf, or add ?sslmode=require to DATABASE_URL.',
  '3D000': 'Create the database that DATABASE_URL names.',
  ECONNREFUSED: 'Start PostgreSQL, or correct host and port in DATABASE_URL.',
  ENOTFOUND: 'Correct the host in DATABASE_URL.',
  EACCES: 'Let the user that runs the bot write there, or set DATA_DIR to another folder.',
  EROFS: 'Set DATA_DIR to a folder that can be written.',
};

const todoFor = (code: string, { kind }: Database) =>
  todos[code] ?? (kind === 'folder' ? 'Set DATA_DIR to a folder that can be written.' : 'Correct DATABASE_URL.');
