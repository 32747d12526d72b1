import type fc from 'fast-check';

/** What must hold whatever comes in. */
export type Claim<Input = unknown> = {
  /** Of which edge, as `edge: what holds`. */
  name: string;
  input: fc.Arbitrary<Input>;
  /** Throws where it does not. */
  holds(input: Input): void | Promise<void>;
  /** Of so many inputs in a long run this claim takes its share. */
  share: number;
  /** After the inputs of one seed: what must hold of all of them together. */
  after?(): Promise<void>;
};

/** In a list, only the claim itself knows what its input is. */
export const claim = <Input>(one: Claim<Input>): Claim => one as unknown as Claim;
