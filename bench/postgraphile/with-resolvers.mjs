// What PostGraphile 5 uses of Node 22 and Node 20 does not have; it does not change what a request costs.
Promise.withResolvers ??= function withResolvers() {
  let resolve;
  let reject;
  const promise = new this((onValue, onError) => {
    resolve = onValue;
    reject = onError;
  });
  return { promise, resolve, reject };
};
