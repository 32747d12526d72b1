import { bad, type Check, ok } from './define.ts';

export const secretKey: Check = {
  name: 'Secret key',
  needs: [],
  async run({ config }) {
    const { length } = config.secretKeys;
    if (length === 0) return bad('SECRET_KEY holds no key.', 'Make one (openssl rand -base64 32) and set SECRET_KEY.');
    return length === 1
      ? ok('SECRET_KEY holds one key; it encrypts what is kept of people’s sign-ins.')
      : ok(`SECRET_KEY holds ${length} keys: the first one encrypts, all of them decrypt.`);
  },
};
