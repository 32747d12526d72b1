/** Work on one thing is done one after the other, in the order it came; on different things side by side. */
export function oneAtATime<W, K, Rest extends unknown[] = []>(
  thingOf: (work: W) => K,
  does: (work: W, ...rest: Rest) => Promise<void>,
): (work: W, ...rest: Rest) => Promise<void> {
  const underWay = new Map<K, Promise<void>>();
  return (work, ...rest) => {
    const thing = thingOf(work);
    const before = underWay.get(thing) ?? Promise.resolve();
    const done = before.catch(() => {}).then(() => does(work, ...rest));
    const ended = () => {
      if (underWay.get(thing) === done) underWay.delete(thing);
    };
    underWay.set(thing, done);
    done.then(ended, ended);
    return done;
  };
}
