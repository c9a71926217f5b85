using System.Text.Json;
using DialInsight.Contracts.Quality;
using DialInsight.PromptAssembly.Tests.Fixtures;

namespace DialInsight.PromptAssembly.Tests;

public sealed class When_a_run_is_decided
{
    private static readonly DateTimeOffset s_time = new(2126, 5, 4, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Should_hold_with_the_latest_word_and_keep_a_release_whatever_a_later_request_came_to()
    {
        await using PromptHost host = await PromptHost.StartAsync(dialogues: 3, instructions: 1);
        (await host.PostAsync("/runs?id=r&transcripts=3", Some.Recipe(2, attempts: 1))).EnsureSuccessStatusCode();

        await host.PublishAsync(Refused(0, "fill"));
        await UntilAsync(host, "refused", null, "fill");
        await host.PublishAsync(Released(1, "recipe-v1"));
        await UntilAsync(host, "released", "recipe-v1", null);
        await host.PublishAsync(Refused(2, "high"));
        await UntilAsync(host, "released", "recipe-v1", "high");
        await host.PublishAsync(Released(3, "recipe-v2"));
        await UntilAsync(host, "released", "recipe-v2", null);

        // An old word that comes again changes nothing; the one after it shows that it was worked.
        await host.PublishAsync(Refused(2, "high"));
        await host.PublishAsync(Refused(4, "unjudged"));
        await UntilAsync(host, "released", "recipe-v2", "unjudged");
    }

    private static Task UntilAsync(PromptHost host, string state, string? release, string? failure) => PromptHost.UntilAsync(
        async () =>
        {
            JsonElement run = await host.RunAsync("r");
            JsonElement[] failures = [.. run.GetProperty("failures").EnumerateArray()];
            return run.GetProperty("state").GetString() == state
                && (run.TryGetProperty("release", out JsonElement name) ? name.GetString() : null) == release
                && (failures.Length == 0 ? null : failures[0].GetProperty("measure").GetString()) == failure;
        },
        $"{state} {release} {failure}");

    private static DatasetReleased Released(int hour, string release) => new()
    {
        Id = Guid.NewGuid(),
        OccurredAt = s_time.AddHours(hour),
        Release = release,
        Version = hour,
        RunId = "r",
        Recipe = "recipe",
        Domain = "library",
        Language = "en",
        Samples = 2,
        Checksum = "00",
        Metrics = new Dictionary<string, double>(),
    };

    private static ReleaseRefused Refused(int hour, string measure) => new()
    {
        Id = Guid.NewGuid(),
        OccurredAt = s_time.AddHours(hour),
        RunId = "r",
        Recipe = "recipe",
        Failures = [new GateFailure(measure, 1, 0.5, "why")],
        Metrics = new Dictionary<string, double>(),
    };
}
