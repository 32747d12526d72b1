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

/** Which of these cells heads the column that names devices; -1 where none does. */
export function deviceColumnIn(cells: readonly string[]): number {
  const heads = cells.map(plain);
  const rank = ranked.find((names) => heads.some((head) => names.has(head)));
  return rank ? heads.findIndex((head) => rank.has(head)) : -1;
}
