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

    [Fact]
    public async Task A_recipe_that_selects_ends_with_a_release_of_the_best()
    {
        const int Most = 30;
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        using var workspace = new Workspace();
        string recipe = workspace.Path("recipe.yaml");
        await File.WriteAllTextAsync(
            recipe, await File.ReadAllTextAsync(Repository.Path("samples", "recipes", "real-estate-insight.yaml"), cancellationToken) + $"\nselection: {{ most: {Most}, similarity: 0.85 }}\n", cancellationToken);
        await using ServiceProcess standalone = Standalone.Start(
            workspace, ["--transcripts", Repository.Path("samples", "transcripts", "real-estate"), "--domain", "real-estate", "--recipe", recipe, "--exit"]);

        int code = await standalone.ExitAsync(cancellationToken);

        Assert.True(code == 0, $"exit code {code}:\n{standalone.Output}");
        ReleasedFiles files = ReleasedFiles.Read(Assert.Single(Directory.GetDirectories(workspace.Path("out"))));
        files.AssertFolderIsWhatTheManifestSays();
        files.AssertCountsAddUp();
        files.AssertNothingTwice();
        Assert.Equal((Most, files.Target), (files.Samples, files.Accepted));
        Assert.True(files.Target > Most);
        Assert.All(files.Scores, scores => Assert.True(scores is { Complexity: >= 1 and <= 6, Quality: >= 1 and <= 6 }));
        Assert.Contains($"{Most} of {files.Accepted}", standalone.Output, StringComparison.Ordinal);
    }
}
