import { type ApprovalOf, approval } from '../../cards/approval.ts';
import { declineForm } from '../../cards/decline-form.ts';
import type { PressButton } from '../../cards/kit/press-button.ts';
import type { Words } from '../../cards/words/index.ts';
import { setChange } from '../actions/payload-set.ts';
import { connectivityOf } from '../knowledge/connectivity.ts';
import type { CardJson } from '../ports.ts';
import type { Run } from '../runs/run.ts';
import { approvalStandingOf } from './approval-status.ts';
import { showButton } from './buttons.ts';
import { wishOf } from './exchange-run.ts';
import { namesOf } from './payload-forms.ts';
import { payloadLabelFor } from './payload-labels.ts';
import { groupsOf } from './payload-plan.ts';
import { asJson, type Screen } from './screen.ts';

/** What a second person is asked about a run. Drawn alike for everybody, because others may read it beside them. */
export function approvalCard(run: Run, { words, practice, now }: Screen): CardJson {
  const standing = approvalStandingOf(run) ?? { kind: 'withdrawn' };
  const isOpen = standing.kind === 'asked';
  return asJson(
    approval(
      {
        ...{ practice, now, number: run.number, standing },
        title: words.say(`action.${run.action}`),
        reasons: run.approval?.reasons ?? [],
        asker: run.asker.name,
        askedAt: run.askedAt,
        what: whatOf(run),
        buttons: [...(isOpen ? decideButtons(run, words) : []), showButton(run.number, words)],
      },
      words,
    ),
  );
}

function decideButtons({ number, askedAt }: Run, words: Words): PressButton[] {
  const asked = { run: number, askedAt };
  return [
    { title: words.say('approval.button.approve'), press: { press: 'approve', ...asked }, main: true },
    { title: words.say('approval.button.decline'), press: { press: 'decline', ...asked } },
  ];
}

function whatOf(run: Run): ApprovalOf {
  const [first] = run.targets;
  if (run.action === 'exchange-sync' && first)
    return { kind: 'connectors', names: run.targets.map(nameOf), sync: wishOf(first).sync };
  const changes = run.targets.map((one) => ({
    device: { name: nameOf(one) },
    wish: setChange.parse(one.target.wish),
  }));
  const removes = changes.some(({ wish }) => wish.adds.length > 0);
  return { kind: 'devices', count: changes.length, groups: groupsOf(changes), cautions: cautionsFor(changes), removes };
}

const nameOf = ({ target }: Run['targets'][number]) => target.label ?? target.id;

type Changes = Parameters<typeof groupsOf>[0];

/** What may be a device's way to Intune and is taken off: by its name too, as whoever asked was warned. */
function cautionsFor(changes: Changes): Extract<ApprovalOf, { kind: 'devices' }>['cautions'] {
  const waysIn = ({ wish }: Changes[number]) =>
    wish.adds.filter(({ type = null, name }) => connectivityOf({ type, name: name ?? '' }) !== null);
  const labels = changes.flatMap(waysIn).map(payloadLabelFor);
  const ways = [...new Map(labels.map((one) => [one.name, one])).values()];
  const touched = changes.filter((change) => waysIn(change).length > 0);
  return ways.length === 0
    ? []
    : [{ kind: 'connectivity', items: ways, ...namesOf(touched.map(({ device }) => device)) }];
}

export function declineFormCard({ number, askedAt, asker }: Run, { words, practice }: Screen): CardJson {
  const decline = { press: 'decline', run: number, askedAt } as const;
  const buttons = [{ title: words.say('approval.button.decline'), press: decline, main: true }];
  return asJson(
    declineForm({ practice, number, asker: asker.name, buttons: [...buttons, showButton(number, words)] }, words),
  );
}
