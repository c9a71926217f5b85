using System.Text.Json;
using DialInsight.Client.Transcripts;
using DialInsight.Ingest.Tests.Fixtures;

namespace DialInsight.Ingest.Tests;

/// <summary>Published files of each format, where they are at hand, through the whole of ingest.</summary>
public sealed class When_real_files_are_sent(IngestHost host) : IClassFixture<IngestHost>
{
    [Fact]
    public async Task Should_keep_or_know_every_conversation_of_every_file()
    {
        using var index = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Folder(), "INDEX.json")));
        foreach (string file in index.RootElement.EnumerateArray().Select(entry => entry.GetProperty("file").GetString()!))
        {
            IngestAnswer answer = await host.TakeAsync(await File.ReadAllBytesAsync(Path.Combine(Folder(), file)), Path.GetFileName(file));
            if (file.Contains("tweetsumm", StringComparison.Ordinal))
                Assert.Equal((0, 110), (answer.Accepted.Count, answer.Rejected.Count));
            else
                Assert.True(answer.Accepted.Count + answer.Duplicates.Count > 0 && answer.Rejected.Count == 0, $"{file}: {string.Join(", ", answer.Rejected.Select(record => record.Reason))}");
        }
    }

    private static string Folder()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string raw = Path.Combine(folder.FullName, "..", "shared", "data", "dialogues", "raw");
            if (File.Exists(Path.Combine(folder.FullName, "DialInsight.sln")) && Directory.Exists(raw))
                return raw;
        }

        Assert.Skip("The published dialogues are not at hand: ../shared/data/dialogues/raw beside the repository holds them.");
        return "";
    }
}
