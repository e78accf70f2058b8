import assert from "node:assert/strict";
import { ConfigureAnalyzerRequest, PolicyConfig } from "@pulumi/pulumi/proto/analyzer_pb";
import { watchConfiguration, type ConfiguredPack } from "./configured-pack";

describe("configuration of the whole pack", () => {
  const prototype = ConfigureAnalyzerRequest.prototype;
  const original = Object.getOwnPropertyDescriptor(prototype, "getPolicyconfigMap");
  afterEach(() => void Object.defineProperty(prototype, "getPolicyconfigMap", original ?? {}));

  it("is noted as the SDK reads it off the wire", () => {
    const sent = new ConfigureAnalyzerRequest();
    const levels = { first: 1, second: 2, third: 3, fourth: 0 };
    for (const [name, level] of Object.entries(levels)) {
      const config = new PolicyConfig();
      config.setEnforcementlevel(level);
      sent.getPolicyconfigMap().set(name, config);
    }
    let read: (() => ConfiguredPack | undefined) | undefined;
    watchConfiguration((reader) => (read = reader));
    const received = ConfigureAnalyzerRequest.deserializeBinary(sent.serializeBinary());
    assert.equal([...received.getPolicyconfigMap().entries()].length, 4);
    const configured = read?.();
    assert.deepEqual([...(configured ?? [])].map(([name, { level }]) => [name, level]).sort(), [
      ["first", "mandatory"],
      ["fourth", "advisory"],
      ["second", "disabled"],
      ["third", "remediate"],
    ]);
  });
});
