using DialInsight.EndToEnd.Tests.Processes;

namespace DialInsight.EndToEnd.Tests;

public sealed class When_the_sample_is_run
{
    private static readonly string[] s_files =
        ["alpaca.json", "sharegpt.json", "messages.jsonl", "data/train-00000-of-00001.jsonl", "dataset_info.json", "README.md", "manifest.json", "report.html"];

    [Fact]
    public async Task It_ends_with_a_release_whose_files_are_there_and_whose_counts_add_up()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        using var workspace = new Workspace();
        await using ServiceProcess standalone = Standalone.Start(workspace, ["--sample", "--exit"]);

        int code = await standalone.ExitAsync(cancellationToken);

        Assert.True(code == 0, $"exit code {code}:\n{standalone.Output}");
        string release = Assert.Single(Directory.GetDirectories(workspace.Path("out")));
        ReleasedFiles files = ReleasedFiles.Read(release);
        Assert.Superset(s_files.ToHashSet(), files.AssertFolderIsWhatTheManifestSays().ToHashSet());
        files.AssertCountsAddUp();
        files.AssertNothingTwice();
        Assert.True(files.Samples > 0);
        Assert.Equal(files.Target, files.Samples);

        // Told once more to do the same, it finds it done: the same release, the same bytes.
        byte[] before = await File.ReadAllBytesAsync(Path.Combine(release, "messages.jsonl"), cancellationToken);
        await using ServiceProcess again = Standalone.Start(workspace, ["--sample", "--exit"]);
        Assert.True(await again.ExitAsync(cancellationToken) == 0, again.Output);
        Assert.Equal(release, Assert.Single(Directory.GetDirectories(workspace.Path("out"))));
        Assert.Equal(before, await File.ReadAllBytesAsync(Path.Combine(release, "messages.jsonl"), cancellationToken));
        Assert.DoesNotContain("fail:", standalone.Output, StringComparison.Ordinal);
    }
}
