using System.Buffers;

namespace DialInsight.Conversations.Parsing.Json;

/// <summary>
/// Reads the elements of a JSON array one by one as bytes, none longer than a limit. Knows strings and brackets only: what an element is worth is
/// for its reader to say, so that a broken one costs no other as long as its brackets match.
/// </summary>
internal sealed class ArrayReader(Stream stream, ParsingLimits limits)
{
    private readonly byte[] _chunk = new byte[1 << 16];
    private readonly ArrayBufferWriter<byte> _element = new();
    private int _read;
    private int _next;
    private int _line = 1;
    private int _elementLine;
    private int _depth;
    private bool _inString;
    private bool _escaped;
    private bool _skipping;
    private bool _ended;

    private int Line => _elementLine == 0 ? _line : _elementLine;

    /// <summary>The next element; null when there is none. Its bytes are valid until the next one is asked for.</summary>
    public async Task<ArrayElement?> ReadAsync(CancellationToken cancellationToken)
    {
        Begin();
        while (!_ended)
        {
            if (_next == _read)
            {
                _next = 0;
                _read = await stream.ReadAsync(_chunk, cancellationToken);
                if (_read == 0)
                    return End("the array ends in the middle");
            }

            if (Take(_chunk[_next++]) is { } element)
                return element;
        }

        return await FollowerAsync(cancellationToken);
    }

    private void Begin()
    {
        _element.ResetWrittenCount();
        _elementLine = 0;
        _skipping = false;
    }

    private ArrayElement? Take(byte value)
    {
        _line += value == (byte)'\n' ? 1 : 0;
        if (_inString)
        {
            TakeInString(value);
        }
        else
        {
            switch (value)
            {
                case (byte)'"':
                    _inString = true;
                    break;
                case (byte)'[' or (byte)'{':
                    _depth++;
                    if (_depth == 1)
                        return null;
                    break;
                case (byte)']' or (byte)'}':
                    _depth--;
                    if (_depth == 0)
                        return Last();
                    break;
                case (byte)',' when _depth == 1:
                    return Element();
            }
        }

        if (_depth > 0)
            Keep(value);
        return null;
    }

    private void TakeInString(byte value)
    {
        _inString = _escaped || value != (byte)'"';
        _escaped = !_escaped && value == (byte)'\\';
    }

    private void Keep(byte value)
    {
        if (_elementLine == 0)
        {
            if (IsBlank(value))
                return;
            _elementLine = _line;
        }

        _skipping |= _element.WrittenCount == limits.LineBytes;
        if (_skipping)
            return;
        _element.GetSpan(1)[0] = value;
        _element.Advance(1);
    }

    private ArrayElement Element() => _skipping
        ? new ArrayElement(Line, default, limits.ElementTooLarge)
        : new ArrayElement(Line, _element.WrittenMemory, null);

    private ArrayElement? Last()
    {
        _ended = true;
        return _elementLine == 0 ? null : Element();
    }

    /// <summary>What follows the array is told of once.</summary>
    private async Task<ArrayElement?> FollowerAsync(CancellationToken cancellationToken)
    {
        while (_read > 0)
        {
            while (_next < _read)
            {
                byte value = _chunk[_next++];
                if (!IsBlank(value))
                    return End("something follows the array: it was not read");
                _line += value == (byte)'\n' ? 1 : 0;
            }

            _next = 0;
            _read = await stream.ReadAsync(_chunk, cancellationToken);
        }

        return null;
    }

    private ArrayElement End(string refusal)
    {
        (_ended, _next, _read) = (true, 0, 0);
        return new ArrayElement(Line, default, refusal);
    }

    private static bool IsBlank(byte value) => value is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
}

/// <summary>An element of an array.</summary>
/// <param name="Line">The line it begins on, from 1.</param>
/// <param name="Bytes">The element, without the white space before it.</param>
/// <param name="Refusal">Why it could not be read; null when it could.</param>
internal sealed record ArrayElement(int Line, ReadOnlyMemory<byte> Bytes, string? Refusal);
