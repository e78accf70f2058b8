import { CacheAuthentication, CacheUserAccess, type CacheUser } from "@hipaa-aws/cache";
import * as fc from "fast-check";
import { keyArn, optional } from "./arbitraries";

const common = {
  keyPatterns: optional(fc.constantFrom<string[]>(["report:*"], ["lock:*", "job:{a}"])),
  access: optional(fc.constantFrom(...Object.values(CacheUserAccess))),
};

const byIam: fc.Arbitrary<CacheUser> = fc.record({ name: fc.constant("reports"), ...common });

const byPassword: fc.Arbitrary<CacheUser> = fc.record({
  name: fc.constant("worker"),
  ...common,
  authentication: fc.constant(CacheAuthentication.Password),
  password: fc.stringMatching(/^[A-Za-z0-9!#$^&<>-]{16,128}$/),
  rotationFunctionArn: fc.constant("arn:aws:lambda:us-east-1:111122223333:function:rotate"),
  rotateEveryDays: optional(fc.integer({ min: 1, max: 90 })),
});

/** Further users of a cache, with the key of their secrets where one has a password. */
export const cacheUsers: fc.Arbitrary<{ users?: CacheUser[]; secretsKey?: { arn: string } }> = fc.oneof(
  fc.constant({}),
  byIam.map((user) => ({ users: [user] })),
  fc.tuple(byIam, byPassword).map((users) => ({ users, secretsKey: { arn: keyArn } })),
);
