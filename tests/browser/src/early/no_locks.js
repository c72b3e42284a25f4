Object.defineProperty(Navigator.prototype, "locks", { get: () => undefined });
