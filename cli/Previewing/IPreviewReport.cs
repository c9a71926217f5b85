namespace DialInsight.Cli.Previewing;

/// <summary>Tells somebody of a preview while it goes on.</summary>
internal interface IPreviewReport
{
    /// <summary>Files are opened; several are read together.</summary>
    void Begun(IReadOnlyList<string> files);

    /// <summary>A record was read.</summary>
    void Read(PreviewedRecord record);

    /// <summary>The files are read.</summary>
    void Ended(PreviewSums sums);

    /// <summary>All files are.</summary>
    void Summed(PreviewSums total);
}
