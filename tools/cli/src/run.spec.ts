import assert from "node:assert/strict";
import { clinic, FakeHosts, fixtures, runWith } from "./testing/fakes";

/** A failure is exit code 2, nothing on standard output, and one line on standard error. */
async function refused(args: readonly string[], message: RegExp, hosts = new FakeHosts()): Promise<void> {
  const { code, out, error } = await runWith(hosts, args);
  assert.equal(code, 2, `${args.join(" ")}: ${error}`);
  assert.equal(out, "");
  assert.match(error, /^hipaa: [^\n]+\n$/);
  assert.match(error, message);
}

describe("command line", () => {
  it("tells wrong use in one line with exit code 2", async () => {
    await refused([], /name a command: preview, scan, rules, explain or check-config/);
    await refused(["previev"], /unknown command 'previev'.*Did you mean preview/);
    await refused(["preview", "--foo"], /unknown option '--foo' \(see hipaa preview --help\)/);
    await refused(["preview", clinic, "extra"], /too many arguments/);
    await refused(
      ["preview", clinic, "--host", "cloud"],
      /argument 'cloud' is invalid. Allowed choices are sandbox, engine/,
    );
    await refused(["preview", clinic, "--html", ""], /--html <folder>.* It is empty/);
    await refused(["scan"], /missing required argument 'files'/);
    await refused(["rules", "--tier", "all"], /Allowed choices are core, extended, optional/);
    await refused(["explain"], /missing required argument 'rule'/);
  });

  it("prints help on standard output and succeeds", async () => {
    for (const args of [["--help"], ["preview", "--help"], ["help", "scan"]]) {
      const { code, out, error } = await runWith(new FakeHosts(), args);
      assert.equal(code, 0);
      assert.match(out, /Usage: hipaa/);
      assert.equal(error, "");
    }
  });

  it("names the stacks and environments that exist", async () => {
    await refused(["preview", "wrokload"], /there is no stack "wrokload"; give one of workload/);
    await refused(["preview", fixtures], /has no Pulumi.yaml/);
    await refused(
      ["preview", clinic, "--env", "dev", "qa"],
      /there is no environment "qa"; clinic has dev, prod, sealed \(or all\)/,
    );
  });

  it("refuses a pack and a pack configuration that are none", async () => {
    await refused(
      ["preview", clinic, "--env", "dev", "--pack", clinic],
      /is no policy pack; give a folder with PulumiPolicy.yaml/,
    );
    await refused(
      ["preview", clinic, "--env", "dev", "--pack-config", "nowhere.json"],
      /nowhere.json: there is no such file/,
    );
    await refused(
      ["preview", clinic, "--env", "dev", "--pack-config", `${clinic}/program.js`],
      /program.js:1:1: this is neither JSON nor YAML/,
    );
  });

  it("does not start anything before the input is known to be good", async () => {
    const hosts = new FakeHosts();
    await refused(["preview", clinic, "--env", "dev", "sealed"], /is encrypted/, hosts);
    assert.deepEqual(hosts.asked, []);
  });

  it("tells a program's failure with the stack and the environment, and closes the pack", async () => {
    const hosts = new FakeHosts(() => {
      throw Object.assign(new Error('Vpc "main": cidrBlock is "x".\nGive a CIDR.'), { name: "ArgumentError" });
    });
    await refused(
      ["preview", clinic, "--env", "prod"],
      /^hipaa: clinic, prod: Vpc "main": cidrBlock is "x"\. Give a CIDR\.\n$/,
      hosts,
    );
    assert.equal(hosts.asked.at(-1), "close");
  });

  it("shows the stack of a failure, and of its cause, only when asked", async () => {
    const hosts = new FakeHosts(() => {
      throw new TypeError("broken");
    });
    const args = ["preview", clinic, "--env", "prod"];
    assert.doesNotMatch((await runWith(hosts, args)).error, /\n\s+at /);
    const { error } = await runWith(hosts, args, { debug: true });
    assert.match(error, /\n\s+at /);
    assert.match(error, /caused by: TypeError: broken/);
  });

  it("calls a failure that no message was made for unexpected", async () => {
    const hosts = new FakeHosts();
    hosts.startPack = () => Promise.reject(new TypeError("x is not a function"));
    await refused(["rules"], /unexpected failure: x is not a function \(HIPAA_DEBUG=1 shows the stack\)/, hosts);
  });

  it("lets no name in a message steer the terminal", async () => {
    await refused(["explain", "\u001b[2Jrule\u202e"], /there is no rule "\?\[2Jrule\?"/);
  });
});
