/**
 * Resolves when what came meanwhile (a newer query) has had its turn. A timer would wait longer: those
 * that follow one another are held back by some milliseconds.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
