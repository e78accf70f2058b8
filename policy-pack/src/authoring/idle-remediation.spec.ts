import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { AnalyzerClient, AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import {
  AnalyzeRequest,
  ConfigureAnalyzerRequest,
  PolicyConfig,
  RemediateResponse,
  Remediation,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { CompileContext } from "./compile-context";
import { watchConfiguration } from "./configured-pack";
import { answerIdleRemediations, type GrpcServer } from "./idle-remediation";

/** What the SDK serves by, as far as it matters here. */
interface Server extends GrpcServer {
  bindAsync(address: string, credentials: unknown, bound: (error: Error | null, port: number) => void): void;
  forceShutdown(): void;
}
interface Grpc {
  readonly Server: { new (): Server; readonly prototype: GrpcServer };
  readonly ServerCredentials: { createInsecure(): unknown };
  readonly credentials: { createInsecure(): ConstructorParameters<typeof AnalyzerClient>[1] };
}
const grpc = createRequire(require.resolve("@pulumi/policy"))("@grpc/grpc-js") as Grpc;

describe("requests for remediations", () => {
  const original = Object.getOwnPropertyDescriptor(grpc.Server.prototype, "addService") ?? {};
  const closing: (() => void)[] = [];
  afterEach(() => {
    Object.defineProperty(grpc.Server.prototype, "addService", original);
    closing.splice(0).forEach((close) => close());
  });

  /** Asks a server that mends what it is asked about and notes its name. */
  async function served(mayRemediate: () => boolean) {
    const asked: string[] = [];
    answerIdleRemediations(mayRemediate);
    const server = new grpc.Server();
    server.addService(AnalyzerService, {
      remediate: ({ request }, callback) => {
        asked.push((request as AnalyzeRequest).getName());
        callback(null, new RemediateResponse().setRemediationsList([new Remediation().setPolicyname("mend")]));
      },
    });
    const port = await new Promise<number>((resolve, reject) =>
      server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
        error ? reject(error) : resolve(bound),
      ),
    );
    const client = new AnalyzerClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
    closing.push(
      () => client.close(),
      () => server.forceShutdown(),
    );
    const remediate = (name: string) =>
      new Promise<string[] | number>((resolve) => {
        client.remediate(new AnalyzeRequest().setName(name), (error, response) =>
          resolve(error ? error.code : response.getRemediationsList().map((one) => one.getPolicyname())),
        );
      });
    return { asked, remediate };
  }

  it("are answered as by a pack that knows none, while no policy remediates", async () => {
    const { asked, remediate } = await served(() => false);
    assert.equal(await remediate("db"), 12);
    assert.deepEqual(asked, []);
  });

  it("reach the SDK as soon as one does, and whenever that is not known", async () => {
    let isOn = false;
    const { asked, remediate } = await served(() => isOn);
    assert.equal(await remediate("first"), 12);
    isOn = true;
    assert.deepEqual(await remediate("second"), ["mend"]);
    assert.deepEqual(asked, ["second"]);
  });

  it("are by the last configuration, and may be for something before any came", () => {
    const context = new CompileContext();
    const prototype = ConfigureAnalyzerRequest.prototype;
    const read = Object.getOwnPropertyDescriptor(prototype, "getPolicyconfigMap") ?? {};
    try {
      watchConfiguration((reader) => context.configure(reader));
      const told = [context.mayRemediate];
      for (const level of [0, 3, 2]) {
        const request = new ConfigureAnalyzerRequest();
        request.getPolicyconfigMap().set("one", new PolicyConfig().setEnforcementlevel(1));
        request.getPolicyconfigMap().set("other", new PolicyConfig().setEnforcementlevel(level));
        told.push(context.mayRemediate);
      }
      assert.deepEqual(told, [true, false, true, false]);
    } finally {
      Object.defineProperty(prototype, "getPolicyconfigMap", read);
    }
  });
});
