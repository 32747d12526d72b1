import { type Check, ok } from './define.ts';
import { get } from './get.ts';
import { unanswered } from './unanswered.ts';

/** Without a token any status is an answer: whether people may ask is seen when they do. */
export const graph: Check = {
  name: 'Graph',
  needs: [],
  async run({ graphUrl, send }) {
    try {
      const { status } = await get(send, graphUrl);
      return ok(`${graphUrl} can be reached (status ${status} without a token).`);
    } catch (error) {
      return unanswered(error, graphUrl);
    }
  },
};
