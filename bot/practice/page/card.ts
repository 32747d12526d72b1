import type { Action, AdaptiveApplet, ChannelAdapter, ChoiceSetInput, IActivityRequest } from 'adaptivecards';
import type { Card, Json } from '../connector-types.ts';
import { AdaptiveCards } from './adaptive-cards.ts';
import { type CardAnswer, drawable, rendererAnswer } from './card-answers.ts';
import { Chosen } from './chosen.ts';
import { el } from './dom.ts';
import { hostConfigFor } from './host-config.ts';
import { markdownToHtml, openLinksOutside } from './markdown.ts';
import type { Theme } from './palette.ts';
import { type Found, Typeahead, type TypeaheadOptions } from './typeahead.ts';
import type { Words } from './words.ts';

/** What a drawn card can ask of the page around it. */
export interface CardHost {
  readonly theme: Theme;
  readonly words: Words;
  readonly press: (press: { action: Json; trigger: 'manual' | 'automatic'; state?: string }) => Promise<CardAnswer>;
  readonly submit: (data: unknown) => void;
  readonly search: (query: Json) => Promise<readonly Found[]>;
  readonly tell: (note: { text: string; failed: boolean }) => void;
  readonly askToSignIn: (login: Json, again: (code: string) => void) => void;
}

/** Set once for the whole page: the renderer keeps these in its classes. */
export function prepareRenderer(): void {
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdownToHtml(text);
    result.didProcess = true;
  };
  const { applets } = AdaptiveCards.GlobalSettings;
  AdaptiveCards.GlobalSettings.allowMoreThanMaxActionsInOverflowMenu = true;
  // Keeps what the renderer does not know, such as which inputs a search sends along.
  AdaptiveCards.GlobalSettings.enableFullJsonRoundTrip = true;
  applets.logEnabled = false;
  // The page refreshes by Teams' rules (who, how often), which the applet does not know.
  applets.refresh.mode = AdaptiveCards.RefreshMode.Disabled;
}

export function drawCard(card: Card, host: CardHost): HTMLElement {
  const applet = new AdaptiveCards.AdaptiveApplet();
  let login: Json = {};
  applet.hostConfig = new AdaptiveCards.HostConfig(hostConfigFor(host.theme));
  applet.channelAdapter = channelTo(host, (value) => (login = value));
  applet.onCreateProgressOverlay = () => el('div', { class: 'progress', role: 'status' }, host.words.working);
  applet.onActivityRequestFailed = () => {
    host.tell({ text: host.words.failed, failed: true });
    return -1; // never again by itself: Teams does not repeat a press either
  };
  applet.onActivityRequestSucceeded = (_, response) => {
    const content: unknown = JSON.parse(response.rawContent ?? '""');
    if (typeof content === 'string') host.tell({ text: content, failed: false });
  };
  applet.onShowSigninPrompt = (_, request) => host.askToSignIn(login, (code) => signInAgain(request, code));
  applet.onAction = (_, action) => act(action, host);
  applet.onCardChanged = (changed) => finish(changed, host);
  applet.setCard(drawable(card));
  return applet.renderedElement;
}

function channelTo(host: CardHost, keepLogin: (login: Json) => void): ChannelAdapter {
  return {
    sendRequestAsync: async (request) => {
      const { id, verb, data } = request.action as InstanceType<typeof AdaptiveCards.ExecuteAction>;
      const action = { type: 'Action.Execute', ...(id && { id }), verb, data };
      const state = request.authCode === undefined ? {} : { state: request.authCode };
      const answer = await host.press({ action, trigger: 'manual', ...state });
      if (answer.kind === 'sign-in') keepLogin(answer.login);
      return rendererAnswer(request, answer);
    },
  };
}

function signInAgain(request: IActivityRequest, code: string): void {
  request.authCode = code;
  request.retryAsync();
}

function act(action: Action, host: CardHost): void {
  if (action instanceof AdaptiveCards.SubmitAction) host.submit(action.data);
  else if (action instanceof AdaptiveCards.OpenUrlAction) openOutside(action.url ?? '');
}

export function openOutside(address: string): void {
  if (/^https?:\/\//i.test(address)) window.open(address, '_blank', 'noopener,noreferrer');
}

function finish(applet: AdaptiveApplet, host: CardHost): void {
  openLinksOutside(applet.renderedElement);
  for (const input of applet.card?.getAllInputs() ?? []) {
    if (!(input instanceof AdaptiveCards.ChoiceSetInput)) continue;
    const box = input.renderedElement?.querySelector<HTMLInputElement>('input[type=text]');
    if (box) openSearch(input, box, { ...searchFor(input, { applet, host }), words: host.words });
  }
}

function openSearch(input: ChoiceSetInput, box: HTMLInputElement, options: TypeaheadOptions): void {
  const many = input.isMultiSelect ? { take: new Chosen(input, box, options.words).take } : {};
  new Typeahead(input, box, { ...options, ...many });
}

/** A choice set to type into asks the bot, or finds among its own choices; then the whole list can be opened too. */
function searchFor(input: ChoiceSetInput, { applet, host }: { applet: AdaptiveApplet; host: CardHost }) {
  if (input.isDynamicTypeahead()) {
    const dataset = input.choicesData?.dataset ?? '';
    return { search: (text: string) => host.search({ queryText: text, dataset, ...queryDetails(applet, input) }) };
  }
  const own = input.choices.map(({ title = '', value = '' }) => ({ title, value }));
  const fits = (title: string, text: string) => title.toLowerCase().includes(text.toLowerCase());
  return { own, search: async (text: string) => own.filter(({ title }) => fits(title, text)) };
}

/** Teams shows at most 15 results and sends the card's other inputs along, if the search wants them. */
function queryDetails(applet: AdaptiveApplet, searching: ChoiceSetInput): Json {
  const alone = searching.choicesData?.getCustomProperty('associatedInputs') === 'none';
  const inputs = alone ? [] : (applet.card?.getAllInputs() ?? []);
  const others = inputs.filter((one) => one !== searching && one.value !== undefined);
  const data = Object.fromEntries(others.map(({ id, value }) => [id, String(value)]));
  return { queryOptions: { skip: 0, top: 15 }, data };
}
