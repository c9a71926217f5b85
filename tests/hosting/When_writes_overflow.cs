using DialInsight.Hosting.Facts;
using FsCheck;
using FsCheck.Fluent;

namespace DialInsight.Hosting.Tests;

public sealed class When_writes_overflow
{
    [Fact]
    public void Should_never_let_the_watermark_pass_a_write_that_is_not_delivered()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), HoldsFor).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Should_go_back_for_a_write_whose_outcome_is_not_known()
    {
        var ledger = new FactLedger("notes");
        FactLedger.Overflow overflow = ledger.OpenOverflow();
        long first = ledger.Begin();
        long second = ledger.Begin();
        overflow.TryAdd(second, goBack: false);
        (_, long to) = overflow.StartPass()!.Value;
        overflow.TakeUp(second, open: true);

        Assert.True(overflow.TryAdd(first, goBack: true));
        overflow.EndPass(to);

        Assert.Equal((first, second), overflow.StartPass());
        Assert.Equal(0, ledger.Watermark);
    }

    [Fact]
    public void Should_queue_a_write_that_is_made_when_its_place_may_have_been_read()
    {
        var ledger = new FactLedger("notes");
        FactLedger.Overflow overflow = ledger.OpenOverflow();
        long first = ledger.Begin(), slow = ledger.Begin(), third = ledger.Begin();
        overflow.TryAdd(first, goBack: false);
        overflow.TryAdd(third, goBack: false);
        (_, long to) = overflow.StartPass()!.Value;
        overflow.TakeUp(first, open: true);

        // The page that the pass reads from held the first and the third when it was fetched.
        Assert.False(overflow.TryAdd(slow, goBack: false));
        overflow.TakeUp(third, open: true);
        overflow.EndPass(to);

        Assert.False(overflow.IsActive);
        Assert.Equal(first - 1, ledger.Watermark);
    }

    [Fact]
    public void Should_tell_of_every_write_whenever_it_is_made_and_read()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), TellsAll).QuickCheckThrowOnFailure();
    }

    /// <summary>Each byte is a step: begin a write, make one that was begun, fetch a page of what is made, or take up the next of the page.</summary>
    private static bool TellsAll(byte[] steps)
    {
        var ledger = new FactLedger("notes");
        FactLedger.Overflow overflow = ledger.OpenOverflow();
        List<long> begun = [];
        SortedSet<long> made = [], told = [];
        var page = new Queue<long>();
        (long From, long To)? pass = null;
        foreach (byte step in steps)
        {
            if (step % 4 == 0)
                begun.Add(ledger.Begin());
            else if (step % 4 == 1)
                Make(step);
            else
                Read(most: step % 8);
        }

        while (begun.Count > 0)
            Make(0);
        while (overflow.IsActive || pass is not null)
            Read(most: 3);
        return told.SetEquals(made);

        void Make(int step)
        {
            if (begun.Count == 0)
                return;
            long write = begun[step % begun.Count];
            begun.Remove(write);
            made.Add(write);
            if (!overflow.TryAdd(write, goBack: step % 16 == 1))
                told.Add(write);
        }

        void Read(int most)
        {
            if (page.TryDequeue(out long write))
            {
                overflow.TakeUp(write, open: false);
                told.Add(write);
                pass = (write + 1, pass!.Value.To);
            }
            else if ((pass ??= overflow.StartPass()) is (long from, long to))
            {
                foreach (long next in made.Where(known => known >= from && known <= to).Take(most + 1))
                    page.Enqueue(next);
                if (page.Count > 0)
                    return;
                overflow.EndPass(to);
                pass = null;
            }
        }
    }

    /// <summary>Each byte is a step: begin a write, deliver one, put one off, or read back.</summary>
    private static bool HoldsFor(byte[] steps)
    {
        var ledger = new FactLedger("notes");
        FactLedger.Overflow overflow = ledger.OpenOverflow();
        SortedSet<long> queued = [];
        SortedSet<long> putOff = [];
        long last = 0;
        foreach (byte step in steps)
        {
            if (step % 4 <= 1)
                queued.Add(last = ledger.Begin());
            else if (step % 4 == 2 && queued.Count > 0)
                Deliver(ledger, queued, step);
            else if (queued.Count > 0 && overflow.TryAdd(queued.Max, goBack: false))
                putOff.Add(Take(queued));
            if (step > 200)
                ReadBack(overflow, queued, putOff);
            long lowest = Math.Min(queued.Count > 0 ? queued.Min : last + 1, putOff.Count > 0 ? putOff.Min : last + 1);
            if (ledger.Watermark >= lowest)
                return false;
        }

        ReadBack(overflow, queued, putOff);
        foreach (long write in queued)
            ledger.End(write);
        return ledger.IsSettled && ledger.Watermark == last;
    }

    private static void Deliver(FactLedger ledger, SortedSet<long> queued, int step)
    {
        long write = queued.ElementAt(step % queued.Count);
        queued.Remove(write);
        ledger.End(write);
    }

    private static long Take(SortedSet<long> queued)
    {
        long write = queued.Max;
        queued.Remove(write);
        return write;
    }

    private static void ReadBack(FactLedger.Overflow overflow, SortedSet<long> queued, SortedSet<long> putOff)
    {
        while (overflow.StartPass() is (long from, long to))
        {
            foreach (long write in putOff.GetViewBetween(from, to).ToArray())
            {
                overflow.TakeUp(write, open: true);
                putOff.Remove(write);
                queued.Add(write);
            }

            overflow.EndPass(to);
        }
    }
}
