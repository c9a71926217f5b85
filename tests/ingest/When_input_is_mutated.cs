using DialInsight.Conversations.Preparing;
using DialInsight.Ingest.Tests.Fixtures;

namespace DialInsight.Ingest.Tests;

/// <summary>Whatever is sent, the answer says what became of it, soon. <c>benchmarks/fuzz</c> sends a million of the same kind.</summary>
public sealed class When_input_is_mutated(IngestHost host) : IClassFixture<IngestHost>
{
    private const int Requests = 10_000;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Should_answer_each_of_ten_thousand_files_without_a_server_error()
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForAsync(0, Requests, options, async (number, cancellationToken) =>
        {
            FuzzedRequest request = FuzzedRequest.Of(FuzzedRequest.Seeds, 20260502, number);
            using HttpResponseMessage response = await host.PostAsync(request.Body, request.ContentType, request.Query).WaitAsync(s_patience, cancellationToken);
            Assert.True((int)response.StatusCode is < 500 and not 429, $"Request {number}: {response.StatusCode}\n{Convert.ToBase64String(request.Body)}");
            string answer = await response.Content.ReadAsStringAsync(cancellationToken);
            Assert.False(answer.Contains(ConversationPreparer.BrokenOff.Refusal!, StringComparison.Ordinal), $"Request {number}: a record could not be prepared\n{Convert.ToBase64String(request.Body)}");
        });
    }
}
