/**
 * How spreadsheets and exports head the column that says which device: the best first. The admin center's own exports have "Device name",
 * "Serial number" and "Primary user UPN"; a serial loses its zeros in some spreadsheets, so the name comes before it.
 */
const columnNames = [
  [
    'device name',
    'devicename',
    'managed device name',
    'computer name',
    'host name',
    'имя устройства',
    'имя компьютера',
    'gerätename',
    'computername',
  ],
  [
    'serial number',
    'serial',
    'serial no',
    'serialno',
    'device serial number',
    's/n',
    'sn',
    'серийный номер',
    'серийный',
    'сер. номер',
    'с/н',
    'seriennummer',
    'seriennr',
    'serien-nr',
  ],
  ['device', 'computer', 'name', 'display name', 'устройство', 'компьютер', 'имя', 'название', 'gerät', 'anzeigename'],
  [
    'primary user upn',
    'user principal name',
    'primary user email address',
    'upn',
    'user name',
    'user',
    'email',
    'имя пользователя',
    'пользователь',
    'почта',
    'benutzerprinzipalname',
    'benutzername',
    'benutzer',
    'e-mail-adresse',
  ],
] as const;

const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]/gu, '');

const ranked: readonly ReadonlySet<string>[] = columnNames.map((names) => new Set(names.map(plain)));

const serials = ranked.filter((names) => names.has('serialnumber'));

/** Finds the cell that heads the column which is wanted; -1 where none does. */
export type ColumnIn = (cells: readonly string[]) => number;

/** The column that names devices. */
export const deviceColumnIn: ColumnIn = (cells) => columnIn(ranked, cells);

/** The column of their serials, where there is one, whatever stands beside it. */
export const serialColumnIn: ColumnIn = (cells) => columnIn([...serials, ...ranked], cells);

function columnIn(wanted: typeof ranked, cells: readonly string[]): number {
  const heads = cells.map(plain);
  const rank = wanted.find((names) => heads.some((head) => names.has(head)));
  return rank ? heads.findIndex((head) => rank.has(head)) : -1;
}
