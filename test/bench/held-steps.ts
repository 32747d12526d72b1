/** Leaves every step in the queue for as long as the driver wishes, so that a turn can be measured without what it sets off. */
import { answersTo } from './asked.ts';

/** What takes jobs out of the queue; pg-boss shows it to nobody. */
type Manager = { fetch(name: string, options?: unknown): Promise<unknown[]> };

const { default: manager } = (await import(new URL('manager.js', import.meta.resolve('pg-boss')).href)) as {
  default: { prototype: Manager };
};
const { fetch } = manager.prototype;
let held = false;

manager.prototype.fetch = function (this: Manager, name, options) {
  return held ? Promise.resolve([]) : fetch.call(this, name, options);
};

answersTo({
  holdSteps: (on) => {
    held = on === true;
  },
});
