import type { Asked, Told } from './loopback.ts';

/** One thing that was asked of somebody's OneDrive. */
export type FileVisit = Pick<Asked, 'method' | 'path' | 'headers' | 'body'>;

/** Files in people's OneDrive: those they attach, and places for those they want. */
export type ConnectorFiles = {
  /** An attachment as Teams sends it (msteams-docs, bots-filesv4); `told`: another answer than the file. */
  attached(name: string, content: string | Buffer | Told, change?: object): object;
  /** Where the bot may put a file, as Teams says it to the bot; `told`: another answer than that it is there. */
  placeFor(name: string, told?: Told): UploadPlace;
  visits: FileVisit[];
  isOne(path: string): boolean;
  answer(asked: Asked): Told;
  forget(): void;
};

export type UploadPlace = { uploadUrl: string; contentUrl: string; name: string; uniqueId: string; fileType: string };

export function openFiles(url: () => string): ConnectorFiles {
  const told = new Map<string, Told>();
  const visits: FileVisit[] = [];
  let count = 0;
  const keep = (answer: Told): string => {
    count += 1;
    const path = `/files/f-${count}`;
    told.set(path, answer);
    return `${url()}${path}`;
  };
  return {
    visits,
    attached(name, content, change = {}) {
      const address = keep(isText(content) ? { status: 200, body: content } : content);
      const info = { downloadUrl: address, uniqueId: 'u-1', fileType: name.split('.').at(-1), etag: '1', ...change };
      return {
        contentType: 'application/vnd.microsoft.teams.file.download.info',
        ...{ contentUrl: address, name, content: info },
      };
    },
    placeFor(name, answer = { status: 201, body: {} }) {
      const address = keep(answer);
      return { uploadUrl: address, contentUrl: address, name, uniqueId: 'u-1', fileType: 'csv' };
    },
    isOne: (path) => path.startsWith('/files/'),
    answer(asked) {
      const { method, path, headers, body } = asked;
      visits.push({ method, path, headers, body });
      return told.get(path) ?? { status: 404, body: { error: { code: 'itemNotFound' } } };
    },
    forget() {
      told.clear();
      visits.length = 0;
    },
  };
}

const isText = (content: string | Buffer | Told): content is string | Buffer =>
  typeof content === 'string' || Buffer.isBuffer(content);
