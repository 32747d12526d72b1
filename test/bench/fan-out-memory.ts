/**
 * The most memory a bulk had, in MB, as the operating system sees it. Under `--expose-gc` garbage is collected before each look,
 * so that what is held counts, and not how long V8 lets garbage lie; without it, the most that the process ever had.
 */
export function watchMemory(): () => number {
  const { gc } = globalThis;
  if (!gc) return () => process.resourceUsage().maxRSS / 1024;
  let most = 0;
  const look = () => {
    gc();
    most = Math.max(most, process.memoryUsage.rss() / 2 ** 20);
  };
  const watching = setInterval(look, betweenLooksMs);
  return () => {
    clearInterval(watching);
    look();
    return most;
  };
}

const betweenLooksMs = 500;
