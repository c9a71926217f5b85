using DialInsight.Ingest.Tests.Fixtures;

namespace DialInsight.Ingest.Tests;

/// <summary>Whatever is sent, the answer says what became of it.</summary>
public sealed class When_input_is_mutated(IngestHost host) : IClassFixture<IngestHost>
{
    [Fact]
    public async Task Should_never_answer_with_a_server_error()
    {
        var random = new Random(20260502);
        string?[] types =
        [
            null, "application/json", "application/x-ndjson", "text/plain", "text/plain; charset=big5", "text/csv", "text/markdown", "text/vtt", "application/zip",
            "multipart/form-data; boundary=x",
        ];
        for (int round = 0; round < 600; round++)
        {
            byte[] input = MutatedInput.Of(MutatedInput.Seeds[random.Next(MutatedInput.Seeds.Length)].Content, random);
            string? type = types[random.Next(types.Length)];
            string query = random.Next(4) == 0 ? $"?scenario={Uri.EscapeDataString(Odd(random))}&source=a&channel={Uri.EscapeDataString(Odd(random))}" : "";
            using HttpResponseMessage response = await host.PostAsync(input, type, query);
            Assert.True((int)response.StatusCode < 500, $"Round {round} as {type}{query}: {response.StatusCode}\n{Convert.ToBase64String(input)}");
        }
    }

    private static string Odd(Random random) => new([.. Enumerable.Range(0, random.Next(8)).Select(_ => "a:字\u0301\uFFFE\u0000\uFF21 "[random.Next(8)])]);
}
