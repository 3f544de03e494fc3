/** How long Jest may take to end after its last test. */
const GRACE_MS = 10_000;

/** A pool, timer or server left open keeps Jest alive for ever; this ends the run as a failure and says what it was. */
export default class LeakReporter {
  onRunComplete() {
    const end = () => {
      const open = [...new Set(process.getActiveResourcesInfo())].join(", ");
      console.error(`Something is still open ${GRACE_MS / 1000} s after the last test (${open}): close it in the test that opened it.`);
      process.exit(1);
    };
    // Unreferenced: it fires only where something else holds the process.
    setTimeout(end, GRACE_MS).unref();
  }
}
