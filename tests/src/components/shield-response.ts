import { ShieldResponse, type ShieldResponseArgs } from "@hipaa-aws/edge";
import * as fc from "fast-check";
import { optional } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";

const contact = fc.record({
  email: fc.constant("on-call@clinic.example"),
  phone: fc.constant("+15555550100"),
  notes: optional(fc.constant("Day and night, ask for network.")),
});

export const component: RandomComponent<ShieldResponseArgs> = {
  args: fc.record({ contacts: fc.array(contact, { minLength: 1, maxLength: 10 }) }),
  build: (name, args) => new ShieldResponse(name, args),
  optional: {},
};
