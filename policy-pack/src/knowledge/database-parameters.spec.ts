import assert from "node:assert/strict";
import { Truth } from "../authoring/truth";
import { Value } from "../authoring/value";
import { isOn, parameterMeets } from "./database-parameters";

const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const answer = (raw: unknown, whenAbsent = Truth.no): Truth =>
  parameterMeets(new Value(raw, "parameters"), "rds.force_ssl", isOn, whenAbsent);
const of = (value: unknown, name = "rds.force_ssl"): Record<string, unknown> => ({ name, value });

describe("parameters of a parameter group", () => {
  it("are on as 1, on or true, as text, number or boolean", () => {
    for (const value of ["1", 1, "ON", "true", true]) assert.ok(answer([of(value)]).isYes, String(value));
    for (const value of ["0", 0, "off", "", undefined]) assert.ok(answer([of(value)]).isNo, String(value));
  });

  it("are found by name in any case, among others", () => {
    assert.ok(answer([of("0", "log_connections"), of("1", "RDS.Force_SSL")]).isYes);
  });

  it("have to be on wherever they stand twice", () => assert.ok(answer([of("1"), of("0")]).isNo));

  it("fall to the engine's default when absent", () => {
    assert.ok(answer(undefined).isNo);
    assert.ok(answer([], Truth.yes).isYes);
  });

  it("are open while the list, the name or the value is unknown", () => {
    for (const raw of [unknownText, [unknownText], [of("1", unknownText)], [of(unknownText)]]) {
      assert.ok(answer(raw, Truth.yes).isUnknown);
    }
  });

  it("are decided though another element is unknown", () => assert.ok(answer([of("0"), unknownText]).isNo));
});
