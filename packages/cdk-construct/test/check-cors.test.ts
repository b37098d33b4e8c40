import { Lazy } from 'aws-cdk-lib';
import { checkCors } from '../src/check-cors.js';
import { synthesiseRest } from './rest-synthesis.js';

const messages = (...args: Parameters<typeof checkCors>) => checkCors(...args).map(({ message }) => message);

describe('checkCors', () => {
  it.each(['*', 'https://app.example.com', 'http://localhost:5173', 'capacitor://localhost'])(
    'accepts %s',
    (origin) => {
      expect(messages('Api', { allowOrigins: [origin] }, {})).toEqual([]);
    },
  );

  it.each(['https://app.example.com/', 'app.example.com', "https://a'b", 'https://*.example.com"', ''])(
    'refuses "%s"',
    (origin) => {
      expect(messages('Api', { allowOrigins: [origin] }, {})).toEqual([
        `cors.allowOrigins has "${origin}", which is no origin; write it like https://app.example.com`,
      ]);
    },
  );

  it('refuses credentials for all origins, and no origin at all', () => {
    expect(messages('Api', { allowOrigins: ['*'], allowCredentials: true }, {})).toEqual([
      "cors allows credentials to the origin '*', which browsers refuse; list the origins",
    ]);
    expect(messages('Api', { allowOrigins: [] }, {})).toEqual([
      "cors.allowOrigins is empty; list origins, or '*' for all",
    ]);
  });

  it('refuses what only the deployment knows where handlers are bundled with it', () => {
    const cors = { allowOrigins: [Lazy.string({ produce: () => 'https://a.test' })] };

    expect(messages('Api', cors, {})).toEqual([]);
    expect(() => synthesiseRest({ cors })).toThrow(
      /^ControllerRestApi TodoStack\/Api: cors.allowOrigins has a value that is known at the deployment only; .* \[CORS_INVALID\]$/,
    );
  });
});
