using System.Net.Http.Headers;
using System.Security.Cryptography;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Datasets.Metrics;
using DialInsight.Quality.Exports;
using DialInsight.Quality.Judging;
using DialInsight.Quality.Releases;
using DialInsight.Quality.Reports;
using DialInsight.Quality.Selection;
using DialInsight.Quality.Tests.Fixtures;
using DialInsight.Storage;

namespace DialInsight.Quality.Tests;

/// <summary>So large that there are marks in its files.</summary>
public sealed class When_a_release_is_large
{
    private const int Samples = 2600;
    private const string Cell = "lending/summary", Name = "desk-notes-v1";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Any_part_of_any_file_is_what_the_whole_file_has_there()
    {
        await using QualityHost host = await QualityHost.StartAsync();
        Release release = await ReleaseAsync(host);
        var random = new Random(7);
        foreach (ExportFile file in release.AllFiles().Where(file => file.Bytes > 0))
        {
            byte[] whole = await ReadAsync(host, file, range: null);
            Assert.Equal(file.Sha256, Convert.ToHexStringLower(SHA256.HashData(whole)));
            for (int ask = 0; ask < 12; ask++)
            {
                int from = random.Next(whole.Length), to = Math.Min(whole.Length - 1, from + random.Next(200_000));
                Assert.Equal(whole[from..(to + 1)], await ReadAsync(host, file, new RangeHeaderValue(from, to)));
            }
        }
    }

    [Fact]
    public async Task The_end_of_a_file_is_written_without_its_beginning()
    {
        await using QualityHost host = await QualityHost.StartAsync();
        Release release = await ReleaseAsync(host);
        var ends = new Dictionary<string, byte[]>();
        foreach (ExportFile file in Long(release))
            ends[file.Name] = await ReadAsync(host, file, new RangeHeaderValue(file.Bytes * 9 / 10, null));

        // Whoever wrote from the beginning would miss them.
        await host.Get<IDocumentCollection<ReleaseRow>>().DeleteWhereAsync(ReleaseRow.Of(Name, 0, 1500), Cancellation);
        foreach (ExportFile file in Long(release))
            Assert.Equal(ends[file.Name], await ReadAsync(host, file, new RangeHeaderValue(file.Bytes * 9 / 10, null)));
    }

    [Fact]
    public async Task A_release_of_before_there_were_marks_and_parts_is_served_all_the_same()
    {
        await using QualityHost host = await QualityHost.StartAsync();
        Release release = await ReleaseAsync(host, row => row with { Part = null });
        await host.Get<IDocumentCollection<FileMarks>>().DeleteWhereAsync(Query.All, Cancellation);
        foreach (ExportFile file in release.AllFiles().Where(file => file.Bytes > 0))
        {
            byte[] whole = await ReadAsync(host, file, range: null);
            Assert.Equal(file.Sha256, Convert.ToHexStringLower(SHA256.HashData(whole)));
            Assert.Equal(whole[(whole.Length / 2)..], await ReadAsync(host, file, new RangeHeaderValue(whole.Length / 2, null)));
        }
    }

    private static IEnumerable<ExportFile> Long(Release release) =>
        release.AllFiles().Where(file => file.Format is "alpaca" or "sharegpt" or "messages" or "train" or "manifest");

    private static async Task<Release> ReleaseAsync(QualityHost host, Func<ReleaseRow, ReleaseRow>? change = null)
    {
        await host.Get<IDocumentCollection<Sample>>().InsertManyAsync([.. Enumerable.Range(0, Samples).Select(slot => Some.Sample(Some.Assignment(slot: slot)))], Cancellation);
        ReleaseRow[] rows = [.. Enumerable.Range(0, Samples).Select(Row).Select(change ?? (row => row))];
        RunCompleted completed = Some.Completed(cells: Some.Cell(Cell, Samples, Samples));
        var run = new CompletedRun { Id = completed.RunId, Completed = completed, ReceivedAt = Some.Time, DueAt = Some.Time };
        var report = new Report
        {
            RunId = run.Id,
            Recipe = completed.Recipe,
            Domain = completed.Domain,
            Language = completed.Language,
            Seed = completed.Seed,
            MadeAt = Some.Time,
            Cells = [],
            Quality = new LabelQuality(Samples, 0, 0, 0, 0),
            Gate = [],
        };
        return await host.Get<ReleaseWriter>().WriteAsync(run, report, ReleaseBasis.Parse(null), new SelectedRows(rows), Cancellation);
    }

    private static ReleaseRow Row(int slot)
    {
        LabelAssignment assignment = Some.Assignment(slot: slot);
        return new ReleaseRow
        {
            Release = "",
            Position = slot,
            SampleId = assignment.AttemptId,
            CellId = assignment.CellId,
            Slot = slot,
            Attempts = 1,
            Level = QualityLevel.High,
            DecidedBy = "judge",
            Part = Split.Of(assignment.TranscriptId),
        };
    }

    private static async Task<byte[]> ReadAsync(QualityHost host, ExportFile file, RangeHeaderValue? range)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/releases/{Name}/export?file={Uri.EscapeDataString(file.Name)}");
        request.Headers.Range = range;
        using HttpResponseMessage response = await host.Client.SendAsync(request, Cancellation);
        return await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(Cancellation);
    }
}
