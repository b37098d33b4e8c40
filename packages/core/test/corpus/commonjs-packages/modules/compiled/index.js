'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
class Client {
  send() {
    return 'sent';
  }
}
exports.Client = Client;
exports.default = Client;
if (typeof window !== 'undefined') require('missing-in-node');
