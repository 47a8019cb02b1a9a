using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace SlotBooking.Core.Accounts;

/// <summary>Hashes and checks passwords, few at a time, so that a rush of sign-ins leaves the other half of the machine to the open pages.</summary>
public sealed class PasswordHashing(IPasswordHasher<Account> hasher) : IDisposable
{
    /// <summary>PBKDF2-HMAC-SHA512 rounds; about 200 ms on an office server.</summary>
    public const int Rounds = 220_000;

    private static readonly Account Nobody = new();
    private static readonly string NobodysHash = MakeNobodysHash();
    private readonly SemaphoreSlim _slots = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>A new hash with a salt of its own.</summary>
    public Task<string> HashAsync(string password, CancellationToken cancellationToken) =>
        InTurnAsync(() => hasher.HashPassword(Nobody, password), cancellationToken);

    /// <summary>Whether the password belongs to the hash; without a hash the same work is done for the answer no.</summary>
    public Task<bool> VerifyAsync(string? hash, string password, CancellationToken cancellationToken) =>
        InTurnAsync(
            () => hasher.VerifyHashedPassword(Nobody, hash ?? NobodysHash, password) != PasswordVerificationResult.Failed && hash is not null,
            cancellationToken);

    /// <inheritdoc />
    public void Dispose() => _slots.Dispose();

    private async Task<T> InTurnAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(work, cancellationToken);
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <summary>Looks like a hash in Identity's third format (SHA-512, our rounds) and fits no password.</summary>
    private static string MakeNobodysHash()
    {
        var bytes = new byte[61];
        bytes[0] = 1;
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(1), 2);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(5), Rounds);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(9), 16);
        RandomNumberGenerator.Fill(bytes.AsSpan(13));
        return Convert.ToBase64String(bytes);
    }
}
