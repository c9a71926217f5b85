using DialInsight.Client.Erasures;

namespace DialInsight.Cli.Erasing;

/// <summary>Tells people how an erasure goes: a line whenever something has changed, and a summary at the end.</summary>
internal sealed class ErasureReport(TextWriter output)
{
    private string _last = "";

    /// <summary>The erasure was opened, or found.</summary>
    public void Begun(ErasureView erasure) => output.WriteLine($"Erasure {erasure.Id}: {erasure.Transcripts + erasure.Remaining} transcripts");

    /// <summary>A line, if it says something new.</summary>
    public void Progress(ErasureView erasure)
    {
        string services = string.Join(", ", erasure.Services.Select(service => $"{service.Service} {service.Answered}/{erasure.Transcripts}"));
        string line = $"  {erasure.Transcripts} of {erasure.Transcripts + erasure.Remaining} erased; answered: {services}";
        if (line == _last)
            return;
        _last = line;
        output.WriteLine(line);
    }

    /// <summary>What was removed where.</summary>
    public void Ended(ErasureView erasure)
    {
        foreach (ErasureServiceView service in erasure.Services)
        {
            string[] counts = [.. service.Counts.Where(count => count.Value > 0).Select(count => $"{count.Value} {count.Key}")];
            string waiting = service.Waiting > 0 ? $"; has not answered for {service.Waiting} transcripts" : "";
            output.WriteLine($"  {service.Service}: {(counts.Length == 0 ? "nothing" : string.Join(", ", counts))}{waiting}");
        }

        foreach (ErasedReleaseView release in erasure.Releases)
            output.WriteLine($"  release {release.Release}: {release.Rows} rows withdrawn, {release.Samples} samples left, sha256 {release.Checksum}");
        output.WriteLine(erasure.State == ErasureState.Applied ? "Applied: nothing is left of it in any service." : "Not applied yet: the same command tells how far it is.");
    }
}
