import { type Answered, openChat, type Person, type Pressing, type Tenancy, type Where } from './chat.ts';
import type { Connector } from './connector.ts';
import type { Message, SignInCard } from './connector-messages.ts';
import type { Entra } from './entra.ts';
import type { EntraPerson } from './entra-world.ts';
import { openBrowser, type Page } from './web-browser.ts';

/** What the bot answers to the invokes of signing in. */
export type SignInAnswered = {
  status: number;
  body: { id?: string; connectionName?: string; failureDetail?: string } | null;
};

/** What the bot asks for when a press needs a signed-in person (teams-platform 2.3). */
export type LoginRequest = SignInCard;

export type HowToSignIn = 'silently' | 'on the page';

/** Somebody of a real tenant in front of the bot, in one conversation. */
export type TenantPerson = Person & {
  account: EntraPerson;
  /** From now on the channel sends this along; `null`: nothing at all. */
  carries(authorization: string | null): void;
  /** The newest card of Teams' own that asks to sign in. */
  signInCard(): Message & { signIn: SignInCard };
  /** Teams hands over a silent token, from every client that is open: each answer in turn. */
  tokenExchange(offerId: string, how?: { token?: string; clients?: number }): Promise<SignInAnswered[]>;
  /** Teams hands over what the page gave it. */
  verifyState(state: string): Promise<SignInAnswered>;
  /** Teams says that the silent way failed. */
  signInFails(code: string, message?: string): Promise<SignInAnswered>;
  /** Does what the newest sign-in card asks for. */
  signsIn(how: HowToSignIn): Promise<SignInAnswered>;
  /** Presses, is asked to sign in, does, and lets Teams send the press again. */
  pressesAndSignsIn(title: string | RegExp, how: HowToSignIn, pressing?: Pressing): Promise<PressedAgain>;
  /** Opens a link in their own browser, or in somebody else's (`null`: of nobody who is signed in). */
  opensLink(url: string, whose?: EntraPerson | null): Promise<Page>;
};

export type PressedAgain = { asked: LoginRequest; page: Page | null; answered: Answered };

type Parts = {
  entra: Entra;
  connector: Connector;
  botUrl: () => string;
  account: EntraPerson;
  where?: Where | undefined;
  /** The token of the channel, as the desk's Teams has it. */
  channelToken: () => Promise<string>;
};

export function openTenantPerson({ entra, connector, botUrl, account, where, channelToken }: Parts): TenantPerson {
  let carried: string | null | undefined;
  const tenancy = {
    ...tenancyOf(entra, account),
    authorization: async () => (carried === undefined ? `Bearer ${await channelToken()}` : carried),
  };
  const chat = openChat({ connector, botUrl, name: account.name, where: where ?? ownChat(account), tenancy });
  const invokes = (name: string, value: object) =>
    chat.sends({ type: 'invoke', name, value }) as Promise<Answered> as Promise<SignInAnswered>;

  const verifyState: TenantPerson['verifyState'] = (state) => invokes('signin/verifyState', { state });
  const tokenExchange: TenantPerson['tokenExchange'] = async (id, { token, clients = 1 } = {}) => {
    const value = { id, connectionName: 'sso', token: token ?? (await entra.ssoToken(account)) };
    return Promise.all(Array.from({ length: clients }, () => invokes('signin/tokenExchange', value)));
  };
  const opensLink: TenantPerson['opensLink'] = (url, whose = account) => openBrowser(entra.entraUrl, whose).opens(url);
  const signInCard = () => newestSignIn(chat);

  return {
    ...chat,
    account,
    carries: (authorization) => {
      carried = authorization;
    },
    signInCard,
    tokenExchange,
    verifyState,
    opensLink,
    signInFails: (code, message = '') => invokes('signin/failure', { code, message }),
    async signsIn(how) {
      const { signIn } = signInCard();
      if (how === 'on the page') return verifyState(codeOf(await opensLink(linkOf(signIn))));
      const [answered] = await tokenExchange(offerOf(signIn).id);
      if (!answered) throw new Error('nobody answered');
      return answered;
    },
    async pressesAndSignsIn(title, how, pressing = {}) {
      const asked = loginRequestIn(await chat.presses(title, pressing));
      if (how === 'silently') {
        const { id } = offerOf(asked);
        const authentication = { id, connectionName: asked.connectionName, token: await entra.ssoToken(account) };
        return { asked, page: null, answered: await chat.presses(title, { ...pressing, proof: { authentication } }) };
      }
      const page = await opensLink(linkOf(asked));
      const proof = { state: codeOf(page) };
      return { asked, page, answered: await chat.presses(title, { ...pressing, proof }) };
    },
  };
}

function tenancyOf({ registration }: Entra, { id, tenantId }: EntraPerson): Omit<Tenancy, 'authorization'> {
  return { tenantId, botId: `28:${registration.clientId}`, aadObjectId: id, teamsId: `29:${id}` };
}

/** In another tenant somebody of the same name has a chat of their own. */
const ownChat = ({ id }: EntraPerson): Where => ({ conversationId: `a:${id}`, kind: 'personal' });

function newestSignIn(chat: Person): Message & { signIn: SignInCard } {
  const found = chat.messages().findLast((message) => message.signIn !== undefined);
  if (!found?.signIn) throw new Error(`${chat.name} was not asked to sign in. Last:\n${lastWords(chat)}`);
  return { ...found, signIn: found.signIn };
}

const lastWords = (chat: Person) => chat.messages().at(-1)?.card.fallbackText ?? '(nothing)';

function loginRequestIn({ status, body }: Answered): LoginRequest {
  const asks = body?.statusCode === 401 && body.type === 'application/vnd.microsoft.activity.loginRequest';
  if (asks) return body.value as LoginRequest;
  throw new Error(`The press was answered without asking to sign in: ${status} ${JSON.stringify(body)}`);
}

function offerOf({ tokenExchangeResource }: LoginRequest): { id: string } {
  if (tokenExchangeResource) return tokenExchangeResource;
  throw new Error('Nothing to sign in with silently: there is no tokenExchangeResource');
}

function linkOf({ buttons }: LoginRequest): string {
  const link = buttons.find((button) => button.type === 'signin')?.value;
  if (link) return link;
  throw new Error('There is no button that opens a page to sign in');
}

function codeOf({ code, url, status, html }: Page): string {
  if (code !== null) return code;
  throw new Error(`The page handed no code to Teams: ${status} ${url}\n${html.slice(0, 2000)}`);
}
