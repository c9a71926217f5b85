using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DialInsight.Client.Transcripts;
using DialInsight.Contracts.Erasure;
using DialInsight.Ingest.Tests.Fixtures;

namespace DialInsight.Ingest.Tests;

public sealed class When_a_subject_is_erased(IngestHost host) : IClassFixture<IngestHost>
{
    private static readonly string[] s_services = ["instruction-evolution", "labeling", "prompt-assembly", "quality"];

    [Fact]
    public async Task Its_transcripts_are_gone_and_it_is_applied_when_every_service_has_answered_for_each()
    {
        string body = string.Join('\n', Enumerable.Range(0, 30).Select(_ => Some.Conversation(more: "\"subject\":\"a/many\",")));
        IngestAnswer sent = await host.TakeAsync(body, "many.jsonl");
        JsonElement erasure = await DeleteAsync("a/many");
        string id = erasure.GetProperty("id").GetString()!;
        Assert.Equal(("open", 30), (erasure.GetProperty("state").GetString(), erasure.GetProperty("transcripts").GetInt32() + erasure.GetProperty("remaining").GetInt32()));
        Assert.Equal(id, (await DeleteAsync("a/many")).GetProperty("id").GetString());

        await IngestHost.UntilAsync(() => ErasedIn(id).Length == 30, "all are told of");
        Assert.Equal(sent.Accepted.Select(record => record.Id).Order(), ErasedIn(id).Order());
        foreach (string transcript in ErasedIn(id))
        {
            foreach (string service in s_services)
                await AnswerAsync(id, transcript, service);
        }

        await AppliedAsync(id);
        JsonElement applied = await host.GetAsync($"/erasures/{id}");
        Assert.All(applied.GetProperty("services").EnumerateArray(), service => Assert.Equal((30, 0, 60), (service.GetProperty("answered").GetInt32(), service.GetProperty("waiting").GetInt32(), service.GetProperty("counts").GetProperty("samples").GetInt32())));
        using HttpResponseMessage gone = await host.Client.GetAsync(new Uri($"/transcripts/{sent.Accepted[0].Id}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Empty((await host.GetAsync("/transcripts?subject=a%2Fmany")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task The_same_conversation_is_refused_and_a_new_one_opens_a_new_erasure()
    {
        string talk = Some.Conversation(more: "\"subject\":\"again\",");
        await host.TakeAsync(talk, "one.json");
        string first = (await DeleteAsync("again")).GetProperty("id").GetString()!;
        await IngestHost.UntilAsync(() => ErasedIn(first).Length == 1, "it is told of");
        RejectedRecord refused = Assert.Single((await host.TakeAsync(talk, "two.json")).Rejected);
        Assert.Contains("erased", refused.Reason, StringComparison.Ordinal);
        foreach (string service in s_services)
            await AnswerAsync(first, ErasedIn(first)[0], service);
        await AppliedAsync(first);
        Assert.Equal(first, (await DeleteAsync("again")).GetProperty("id").GetString());

        await host.TakeAsync(Some.Conversation(more: "\"subject\":\"again\","), "three.json");
        Assert.NotEqual(first, (await DeleteAsync("again")).GetProperty("id").GetString());
        Assert.Equal(2, (await host.GetAsync("/erasures?subject=again")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task What_was_sent_again_of_it_is_forgotten_too()
    {
        string talk = Some.Conversation();
        string kept = (await host.TakeAsync(talk, "one.json", "&source=forgotten&subject=first")).Accepted[0].Id;
        await host.TakeAsync(talk, "two.json", "&source=forgotten&subject=second");
        async Task<string> DuplicatesAsync() => (await host.GetAsync("/transcripts/statistics?source=forgotten")).GetProperty("duplicates").GetRawText();
        async Task<long> ToldAsync() => (await host.GetAsync($"/transcripts/{kept}")).GetProperty("duplicates").GetProperty("count").GetInt64();
        Assert.Equal(("{\"exact\":1}", 1), (await DuplicatesAsync(), await ToldAsync()));

        await AppliedAsync((await DeleteAsync("second")).GetProperty("id").GetString()!);
        Assert.Equal(("{}", 0), (await DuplicatesAsync(), await ToldAsync()));
        Assert.Equal(1, (await host.GetAsync("/transcripts/count?source=forgotten")).GetProperty("count").GetInt64());

        await host.TakeAsync(talk, "three.json", "&source=forgotten&subject=third");
        string id = (await DeleteAsync("first")).GetProperty("id").GetString()!;
        await IngestHost.UntilAsync(() => ErasedIn(id).Length == 1, "it is told of");
        Assert.Equal("{}", await DuplicatesAsync());
    }

    [Fact]
    public async Task An_answer_that_comes_twice_counts_once_and_a_later_revision_takes_its_place()
    {
        await host.TakeAsync(Some.Conversation(more: "\"subject\":\"twice\","), "one.json");
        string id = (await DeleteAsync("twice")).GetProperty("id").GetString()!;
        await IngestHost.UntilAsync(() => ErasedIn(id).Length == 1, "it is told of");
        string transcript = ErasedIn(id)[0];
        await AnswerAsync(id, transcript, "quality");
        await AnswerAsync(id, transcript, "quality");
        await AnswerAsync(id, transcript, "quality", revision: 1, samples: 5);
        await AnswerAsync(id, transcript, "quality");
        foreach (string service in s_services)
            await AnswerAsync(id, transcript, service);
        await AppliedAsync(id);

        JsonElement quality = (await host.GetAsync($"/erasures/{id}")).GetProperty("services").EnumerateArray().Single(service => service.GetProperty("service").GetString() == "quality");
        Assert.Equal((1, 5), (quality.GetProperty("answered").GetInt32(), quality.GetProperty("counts").GetProperty("samples").GetInt32()));
    }

    [Fact]
    public async Task A_subject_that_was_never_known_is_no_erasure()
    {
        using HttpResponseMessage response = await host.Client.DeleteAsync(new Uri("/subjects/no-such", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.EndsWith("subject-unknown", (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString(), StringComparison.Ordinal);
    }

    private string[] ErasedIn(string erasure) => [.. host.Told.Erased.Where(fact => fact.ErasureId == erasure).Select(fact => fact.TranscriptId).Distinct()];

    private async Task<JsonElement> DeleteAsync(string subject)
    {
        using HttpResponseMessage response = await host.Client.DeleteAsync(new Uri($"/subjects/{Uri.EscapeDataString(subject)}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        JsonElement erasure = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal($"/erasures/{erasure.GetProperty("id").GetString()}", response.Headers.Location?.ToString());
        return erasure;
    }

    private Task AnswerAsync(string erasure, string transcript, string service, int revision = 0, int samples = 2) => host.PublishAsync(new ErasureApplied
    {
        Id = Guid.NewGuid(),
        OccurredAt = DateTimeOffset.UnixEpoch,
        ErasureId = erasure,
        TranscriptId = transcript,
        Service = service,
        Revision = revision,
        Counts = new Dictionary<string, long> { ["samples"] = samples },
    });

    private async Task AppliedAsync(string erasure)
    {
        for (int look = 0; (await host.GetAsync($"/erasures/{erasure}")).GetProperty("state").GetString() != "applied"; look++)
        {
            Assert.True(look < 1200, "Waited in vain: the erasure is applied");
            await Task.Delay(50);
        }
    }
}
