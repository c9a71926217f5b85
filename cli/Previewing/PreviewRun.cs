using System.Runtime.CompilerServices;
using DialInsight.Cli.Ingesting;
using DialInsight.Conversations.Parsing;
using DialInsight.Conversations.Preparing;
using DialInsight.DomainPacks.Packs;
using DialInsight.Pseudonyms;

namespace DialInsight.Cli.Previewing;

/// <summary>Reads files one after another and tells of each record what ingest would make of it.</summary>
internal sealed class PreviewRun(IDomainPacks packs, Pseudonymiser pseudonymiser, PreviewChoice choice, IPreviewReport report)
{
    private readonly ConversationPreparer _preparer = new(packs, pseudonymiser, withDetails: true);
    private readonly ConversationDefaults _defaults = choice.Defaults with { Domain = choice.Domain };

    /// <summary>Shows all files.</summary>
    /// <param name="files">The files, those that are read together in one.</param>
    /// <param name="cancellationToken">Stops between records.</param>
    /// <returns>The exit code: 0, or 2 where a record was refused.</returns>
    public async Task<int> RunAsync(IEnumerable<string[]> files, CancellationToken cancellationToken)
    {
        var total = new PreviewSums();
        foreach (string[] together in files)
        {
            var sums = new PreviewSums();
            ParseContext context = ParseContext.For(packs, choice.Domain, choice.Mapping)
                ?? throw new PreviewException($"there is no field mapping {choice.Mapping}: known are {string.Join(", ", ParseContext.MappingNames(packs, choice.Domain))}");
            report.Begun(together);
            await foreach (ParsedRecord record in TranscriptFiles.ParseAsync(OpenAsync(together, cancellationToken), "the file cannot be read from here on", context, cancellationToken))
            {
                var shown = new PreviewedRecord(record.Position, record.Conversation?.Id, context.Format, _preparer.Prepare(record, _defaults));
                sums.Add(shown);
                report.Read(shown);
            }

            report.Ended(sums);
            total.Add(sums);
        }

        report.Summed(total);
        return total.Refused > 0 ? 2 : 0;
    }

    private static async IAsyncEnumerable<TranscriptFile> OpenAsync(string[] paths, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (string path in paths)
        {
            cancellationToken.ThrowIfCancellationRequested();
            bool isFile = path != SpooledInput.Sign;
            await using Stream content = isFile
                ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan)
                : Console.OpenStandardInput();
            yield return new TranscriptFile(path, content, isFile);
        }
    }
}

/// <summary>A record and what became of it.</summary>
/// <param name="Position">Where it stands.</param>
/// <param name="RecordId">The id that it gives.</param>
/// <param name="Format">The format that its file was read in.</param>
/// <param name="Preparation">What ingest would make of it.</param>
internal sealed record PreviewedRecord(RecordPosition Position, string? RecordId, TranscriptFormat? Format, Preparation Preparation);
