import { TestEnvironment } from 'jest-environment-node';
import { compilePglite } from '../compiled.ts';
import { openEar } from './heard.ts';

type Event = { name: string };
type State = { unhandledErrors: unknown[] };

/**
 * A test file fails in the end if what passed between the bot and the Graphs of its tests (`holdToContract`) does not
 * fit the description of Graph. This runs outside of the sandbox that each test file gets, so the description is read
 * once in a worker. Of another process of the bot only what it asks through the signed Graph is heard.
 */
// biome-ignore lint/style/noDefaultExport: jest takes an environment as a module's default export.
export default class ContractEnvironment extends TestEnvironment {
  static readonly #pglite = compilePglite();
  readonly #ear = openEar();

  override async setup(): Promise<void> {
    await super.setup();
    await ContractEnvironment.#pglite;
  }

  async handleTestEvent({ name }: Event, { unhandledErrors }: State): Promise<void> {
    if (name !== 'run_finish') return;
    const exchanges = this.#ear.exchanges();
    if (exchanges.length === 0) return;
    const { complaintsAbout } = await import('./verdict.ts');
    unhandledErrors.push(...complaintsAbout(exchanges));
  }

  override async teardown(): Promise<void> {
    this.#ear.stop();
    await super.teardown();
  }
}
