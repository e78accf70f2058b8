import assert from "node:assert/strict";
import { checksFor } from "@hipaa-aws/foundation";
import { ServiceScratchMedium } from "./task-args";
import { scratchMounts, scratchPaths, scratchVolumes } from "./scratch";

const checks = checksFor("FargateService", "web");

describe("writable paths", () => {
  it("become volumes on disk, named after the path", () => {
    const paths = scratchPaths(checks, ["/tmp", "/var/cache/web"], 64);
    assert.deepEqual(scratchVolumes(paths, ServiceScratchMedium.Disk), [{ name: "tmp" }, { name: "var-cache-web" }]);
    assert.deepEqual(scratchMounts(paths, ServiceScratchMedium.Disk), {
      mountPoints: [
        { sourceVolume: "tmp", containerPath: "/tmp", readOnly: false },
        { sourceVolume: "var-cache-web", containerPath: "/var/cache/web", readOnly: false },
      ],
      tmpfs: [],
    });
  });

  it("become mounts in memory that only the container's user can use and nobody can run programs from", () => {
    const paths = scratchPaths(checks, ["/tmp"], 128);
    assert.deepEqual(scratchVolumes(paths, ServiceScratchMedium.Memory), []);
    assert.deepEqual(scratchMounts(paths, ServiceScratchMedium.Memory), {
      mountPoints: [],
      tmpfs: [
        {
          containerPath: "/tmp",
          size: 128,
          mountOptions: ["rw", "noexec", "nosuid", "nodev", "uid=10001", "gid=10001", "mode=0700"],
        },
      ],
    });
  });

  for (const path of ["tmp", "/", "", "/tmp/", "/tmp/../etc", "/etc", "/etc/ssl", "/usr/local/bin", "/proc", "/a b"]) {
    it(`refuses "${path}"`, () => assert.throws(() => scratchPaths(checks, [path], 64), /writablePaths/));
  }

  it("takes none, refuses the same path or volume name twice", () => {
    assert.deepEqual(scratchPaths(checks, [], 64), []);
    assert.throws(() => scratchPaths(checks, ["/tmp", "/tmp"], 64), /"\/tmp" twice/);
    assert.throws(() => scratchPaths(checks, ["/var/a", "/var-a"], 64), /"var-a" twice/);
  });
});
