using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using DialInsight.Hosting;
using DialInsight.TextAnalysis.NearDuplicates;

namespace DialInsight.Ingest.Deduplication;

/// <summary>
/// A stretch of the index that is not added to any more: a temporary file of its rows and, for each band, the rows sorted by their key. Mapped for reading, so that what is looked at
/// is in the system's cache, which gives way, and nothing in the process's memory. The file goes with the process.
/// </summary>
internal sealed class SealedStretch : IDisposable
{
    private static readonly ulong s_rowSize = (ulong)Marshal.SizeOf<StretchRow>();
    private readonly Banding _banding;
    private readonly FileStream _file;
    private readonly MemoryMappedFile _map;
    private readonly MemoryMappedViewAccessor _view;

    private SealedStretch(Banding banding, int first, int count, FileStream file)
    {
        (_banding, First, Count, _file) = (banding, first, count, file);
        _map = MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        _view = _map.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
    }

    /// <summary>The number of its first row.</summary>
    public int First { get; }

    /// <summary>How many rows it has.</summary>
    public int Count { get; }

    /// <summary>Seals rows that were held in memory.</summary>
    /// <param name="table">Their bands.</param>
    /// <param name="rows">The rows, one for each number of the table.</param>
    /// <param name="first">The number of the first.</param>
    /// <param name="banding">The bands of each.</param>
    public static SealedStretch Of(BandTable table, IReadOnlyList<StretchRow> rows, int first, Banding banding) => Write(banding, first, rows.Count, file =>
    {
        file.Write(rows);
        var places = new ulong[rows.Count];
        for (int band = 0; band < banding.Bands; band++)
        {
            for (int row = 0; row < places.Length; row++)
                places[row] = PlaceOf(table.KeyOf(row, band), first + row);
            Array.Sort(places);
            file.Write(places);
        }
    });

    /// <summary>One of two that follow each other.</summary>
    public static SealedStretch Of(SealedStretch earlier, SealedStretch later) => Write(earlier._banding, earlier.First, earlier.Count + later.Count, file =>
    {
        file.Write(earlier.Rows().Concat(later.Rows()));
        for (int band = 0; band < earlier._banding.Bands; band++)
            file.Write(Merge(earlier, later, band));
    });

    /// <summary>A row, by its number.</summary>
    public StretchRow this[int row] => _view.SafeMemoryMappedViewHandle.Read<StretchRow>((ulong)(row - First) * s_rowSize);

    /// <summary>Adds to <paramref name="found"/> the rows that share a band with an entry and may be its near duplicates, some more than once.</summary>
    public void Find(BandEntry entry, List<int> found)
    {
        for (int band = 0; band < _banding.Bands; band++)
        {
            uint key = entry.Keys[band];
            for (int at = FirstOf(band, key); at < Count && Place(band, at) is var place && (uint)(place >> 32) == key; at++)
            {
                int row = (int)(uint)place;
                if (_banding.Plausible(entry.Sketch, this[row].Sketch))
                    found.Add(row);
            }
        }
    }

    /// <summary>Puts another row in the place of one. Its bands stay.</summary>
    public void Replace(int row, StretchRow by) => RandomAccess.Write(_file.SafeFileHandle, MemoryMarshal.AsBytes(new ReadOnlySpan<StretchRow>(in by)), (long)(row - First) * (long)s_rowSize);

    /// <inheritdoc/>
    public void Dispose()
    {
        _view.Dispose();
        _map.Dispose();
        _file.Dispose();
    }

    /// <summary>The first place of a band whose key is no less: looked for from where it would be if keys were spread evenly, as hashes are, so that few pages are touched.</summary>
    private int FirstOf(int band, uint key)
    {
        ulong wanted = PlaceOf(key, 0);
        int low = (int)(((ulong)key * (uint)Count) >> 32), high = low;
        for (int step = 16; low > 0 && Place(band, low - 1) >= wanted; step *= 2)
            low = Math.Max(0, low - step);
        for (int step = 16; high < Count && Place(band, high) < wanted; step *= 2)
            high = (int)Math.Min(Count, (long)high + step);
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            if (Place(band, middle) < wanted)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private static IEnumerable<ulong> Merge(SealedStretch earlier, SealedStretch later, int band)
    {
        int i = 0, j = 0;
        while (i < earlier.Count || j < later.Count)
        {
            bool isEarlier = j == later.Count || (i < earlier.Count && earlier.Place(band, i) < later.Place(band, j));
            yield return isEarlier ? earlier.Place(band, i++) : later.Place(band, j++);
        }
    }

    private IEnumerable<StretchRow> Rows() => Enumerable.Range(First, Count).Select(row => this[row]);

    /// <summary>A band's key in the upper half, a row's number in the lower: sorted by key, the earliest first.</summary>
    private ulong Place(int band, int at) => _view.SafeMemoryMappedViewHandle.Read<ulong>(((ulong)Count * s_rowSize) + (sizeof(ulong) * (((ulong)band * (ulong)Count) + (ulong)at)));

    private static ulong PlaceOf(uint key, int row) => ((ulong)key << 32) | (uint)row;

    // Written rather than mapped for writing: a disk that is full is then an exception.
    private static SealedStretch Write(Banding banding, int first, int count, Action<StretchFile> write)
    {
        FileStream file = TemporaryFile.Create("near-duplicates");
        try
        {
            using (var written = new StretchFile(file))
                write(written);
            return new SealedStretch(banding, first, count, file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
