using System.Text.Json;
using DialInsight.Client.Transcripts;
using DialInsight.Conversations.Preparing;
using DialInsight.DomainPacks.Packs;
using DialInsight.Ingest.Tests.Fixtures;

namespace DialInsight.Ingest.Tests;

/// <summary>A fault of ours over one record is told at that record, and the others are kept.</summary>
public sealed class When_a_rule_breaks_off(When_a_rule_breaks_off.BrokenHost host) : IClassFixture<When_a_rule_breaks_off.BrokenHost>
{
    private const int Records = 20;

    [Fact]
    public async Task Should_refuse_the_record_and_keep_the_others()
    {
        string records = string.Join('\n', Enumerable.Range(0, Records).Select(number => JsonSerializer.Serialize(new
        {
            turns = new[]
            {
                new { role = "reader", text = $"I look for book number {number * 7919}, the one about {(char)('a' + number)} and {(char)('b' + number)} in winter {number + 1900}." },
                new { role = "librarian", text = $"It stands on shelf {number * 31}, between {number * 17} and {number * 13}; take it for {number + 2} weeks." },
            },
        })));
        host.Broken.BreakAt(10);

        IngestAnswer answer = await host.TakeAsync(records, "calls.jsonl", "&domain=library");

        RejectedRecord refused = Assert.Single(answer.Rejected);
        Assert.Equal(ConversationPreparer.BrokenOff.Refusal, refused.Reason);
        Assert.InRange(refused.Index, 0, Records - 1);
        Assert.Equal(Records - 1, answer.Accepted.Count);
    }

    public sealed class BrokenHost : IngestHost
    {
        public BrokenPacks Broken { get; } = new();

        protected override IDomainPacks Packs => Broken;
    }

    /// <summary>Breaks off at the n-th look-up from now: every record makes one at least.</summary>
    public sealed class BrokenPacks : IDomainPacks
    {
        private readonly DomainPackSet _packs = new([TestPack.Library]);
        private int _left = int.MaxValue;

        public IReadOnlyList<DomainPack> All => _packs.All;

        public void BreakAt(int lookUp) => _left = lookUp;

        public DomainPack? Find(string nameOrReference) =>
            Interlocked.Decrement(ref _left) == 0 ? throw new InvalidOperationException("a rule broke off") : _packs.Find(nameOrReference);
    }
}
