import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import { type ConnectorParts, conversationsAt, type InTurn } from './connector.ts';
import type { ChannelAnswer } from './inbound.ts';

type Logic = (context: TurnContext) => Promise<void>;
type Authentication = ConfigurationBotFrameworkAuthentication;
type ConnectorFactory = ReturnType<Authentication['createConnectorFactory']>;
type ConnectorClient = Awaited<ReturnType<ConnectorFactory['create']>>;
type UserTokenClient = Awaited<ReturnType<Authentication['createUserTokenClient']>>;
type Activity = TurnContext['activity'];

/**
 * The SDK's adapter with its own door, connector and token client left out: who asks was checked before (access.ts), the connector
 * is ours, and people's tokens are not the SDK's business.
 */
export class Adapter extends CloudAdapter {
  readonly #parts: ConnectorParts;
  readonly #identity: ReturnType<CloudAdapter['createClaimsIdentity']>;

  constructor(appId: string, parts: ConnectorParts) {
    super(new NoAuthentication());
    this.#parts = parts;
    this.#identity = this.createClaimsIdentity(appId);
  }

  /** One activity that has been let in; what it answers if it is an invoke. Whatever is sent meanwhile waits for its turn. */
  async turn(activity: Record<string, unknown>, inTurn: InTurn, logic: Logic): Promise<ChannelAnswer | null> {
    const connectorFactory = connectorsOn(this.#parts, inTurn);
    const checked = { audience: '', claimsIdentity: this.#identity, connectorFactory };
    return (await this.processActivity(checked, dated(activity), logic)) ?? null;
  }
}

/** The SDK reads only `conversations` of a connector client. */
function connectorsOn(parts: ConnectorParts, inTurn: InTurn): ConnectorFactory {
  return {
    create: async (serviceUrl) =>
      ({ conversations: conversationsAt(serviceUrl, parts, inTurn) }) as unknown as ConnectorClient,
  };
}

/** Without settings the SDK would let anybody in, so its own door answers nobody. */
class NoAuthentication extends ConfigurationBotFrameworkAuthentication {
  constructor() {
    super({});
  }

  override async createUserTokenClient(): Promise<UserTokenClient> {
    return undefined as unknown as UserTokenClient;
  }

  override authenticateRequest(): Promise<never> {
    return closed();
  }

  override authenticateChannelRequest(): Promise<never> {
    return closed();
  }

  override authenticateStreamingRequest(): Promise<never> {
    return closed();
  }
}

const closed = (): Promise<never> => Promise.reject(new Error('activities are let in by access.ts only'));

const moments = [
  ['timestamp', 'rawTimestamp'],
  ['expiration', 'rawExpiration'],
  ['localTimestamp', 'rawLocalTimestamp'],
] as const;

/** The SDK counts on dates, with their text beside them. */
function dated(activity: Record<string, unknown>): Activity {
  const texts = moments.filter(([name]) => typeof activity[name] === 'string');
  const dates = texts.map(([name, raw]) => ({ [name]: new Date(String(activity[name])), [raw]: activity[name] }));
  return Object.assign({}, activity, ...dates);
}
